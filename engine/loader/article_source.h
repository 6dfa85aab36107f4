// SPDX-License-Identifier: MIT
// A decoded article while it is read: turns offsets of its text into places and messages of its file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/article.h"
#include "engine/text/line_index.h"

namespace tsg {

// Borrows `article` and `diagnostics`, which must outlive it; the article's text and offset steps must be set
// and stay as they are. All offsets taken are those of the decoded text, all places given those of the file.
class ArticleSource {
 public:
  ArticleSource(const Article& article, Diagnostics& diagnostics)
      : article_(article), lines_(article.text), diagnostics_(diagnostics) {}

  const Article& article() const { return article_; }
  std::string_view text() const { return article_.text; }
  std::uint32_t line_of(std::size_t offset) const { return lines_.line_of(offset); }
  std::size_t decoded_offset(std::size_t file_offset) const { return article_.decoded_offset(file_offset); }
  ByteRange file_range(ByteRange range) const {
    return {article_.file_offset(range.begin), article_.file_offset(range.end)};
  }
  Place place(ByteRange range) const;

  // Adds a diagnostic, to which the caller may add notes and a fix. One article tells at most `most_reports`:
  // what comes after them goes nowhere, so that a hostile file costs no more than a bad one.
  Diagnostic& report(const Code& code, ByteRange range, std::string message, std::string help = {});

  // Whether further reports go nowhere: who looks for many problems need not go on.
  bool full() const { return diagnostics_.size() >= most_reports; }

  static constexpr std::size_t most_reports = 200;
  static constexpr std::size_t longest_source_line = 4096;  // a longer line is not shown

 private:
  const Article& article_;
  LineIndex lines_;
  Diagnostics& diagnostics_;
  Diagnostic unheard_ = {};
};

}  // namespace tsg
