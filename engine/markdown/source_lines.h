// SPDX-License-Identifier: MIT
// The lines of a Markdown text as cmark-gfm counts them (LF, CR LF, CR) and the way from its positions to the
// text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tsg {

// Borrows `markdown`, which must outlive it.
class SourceLines {
 public:
  explicit SourceLines(std::string_view markdown);

  // The line counted by LF that cmark's line stands on; `cmark_line` is 1-based.
  std::uint32_t file_line(int cmark_line) const;
  // The text of cmark's line without its line end; empty for a line that is not there.
  std::string_view line(int cmark_line) const;
  std::string_view text() const { return markdown_; }
  // Where a string_view of this text begins in it.
  std::size_t offset(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - markdown_.data());
  }

 private:
  struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::uint32_t file_line = 1;
  };
  std::string_view markdown_;
  std::vector<Line> lines_ = {};
};

}  // namespace tsg
