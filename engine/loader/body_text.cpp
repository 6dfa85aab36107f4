// SPDX-License-Identifier: MIT
#include "engine/loader/body_text.h"

#include <algorithm>

namespace tsg {

namespace {

struct Written {
  const BodyFile* file = nullptr;
  std::uint32_t number = 0;
  std::size_t offset = 0;
};

Written written_at(const BodyText& body, std::size_t at) {
  const auto after =
      std::upper_bound(body.pieces.begin(), body.pieces.end(), at,
                       [](std::size_t offset, const BodyPiece& piece) { return offset < piece.begin; });
  if (after == body.pieces.begin()) return {};
  const BodyPiece& piece = *std::prev(after);
  const BodyFile* file = body.files[piece.file].get();
  return {file, piece.file, std::min(piece.source + (at - piece.begin), file->article.text.size())};
}

// Where the text ends that begins at `from`: behind its last byte, as far as that lies in the same file.
std::size_t end_of(const BodyText& body, const Written& from, std::size_t begin, std::size_t end) {
  if (end <= begin) return from.offset;
  const Written last = written_at(body, end - 1);
  return last.number == from.number && last.offset >= from.offset ? last.offset + 1 : from.offset;
}

}  // namespace

Place BodyFile::place(ByteRange range) const {
  const LineColumn where = lines.at(range.begin);
  return {article.path,
          {article.file_offset(range.begin), article.file_offset(range.end)},
          where.line,
          where.column};
}

std::string_view BodyFile::shown_line(std::size_t offset) const {
  constexpr std::size_t longest_line = 4096;
  const std::string_view line = lines.line_text(lines.line_of(offset));
  return line.size() > longest_line ? std::string_view() : line;
}

Place BodyText::place(std::size_t begin, std::size_t end) const {
  const Written from = written_at(*this, begin);
  if (from.file == nullptr) return {};
  const std::size_t until = std::min(end_of(*this, from, begin, end), from.file->article.text.size());
  return from.file->place({from.offset, until});
}

}  // namespace tsg
