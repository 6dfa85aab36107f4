// SPDX-License-Identifier: MIT
// The Markdown that is compiled for an article, and where each of its bytes was written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/article.h"
#include "engine/text/line_index.h"
#include "engine/text/place.h"

namespace tsg {

// A file that a body takes text from.
struct BodyFile {
  explicit BodyFile(Article read) : article(std::move(read)), lines(article.text) {}
  BodyFile(const BodyFile&) = delete;
  BodyFile& operator=(const BodyFile&) = delete;

  // Of a range of the decoded text.
  Place place(ByteRange range) const;
  // The line at an offset of the decoded text, for a diagnostic; empty when it is too long to show.
  std::string_view shown_line(std::size_t offset) const;

  const Article article;
  const LineIndex lines;  // of article.text
};

// From `begin` of the body to the next piece, text and source advance alike.
struct BodyPiece {
  std::size_t begin = 0;
  std::uint32_t file = 0;  // index into BodyText::files
  std::size_t source = 0;  // offset in that file's decoded text
  bool operator==(const BodyPiece&) const = default;
};

struct BodyText {
  std::string text = {};
  std::vector<BodyPiece> pieces = {};  // in the order of their begins; the first begins at 0
  std::vector<std::unique_ptr<const BodyFile>> files = {};  // files[0] is the article itself

  // Where the bytes [begin, end) of the body were written. A range over several files ends where its first
  // file does.
  Place place(std::size_t begin, std::size_t end) const;
};

}  // namespace tsg
