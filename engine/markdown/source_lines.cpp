// SPDX-License-Identifier: MIT
#include "engine/markdown/source_lines.h"

#include <algorithm>

#include "engine/text/line_end.h"

namespace tsg {

SourceLines::SourceLines(std::string_view markdown) : markdown_(markdown) {
  std::uint32_t file_line = 1;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = line_end(markdown, begin);
    lines_.push_back({begin, end, file_line});
    const bool pair = markdown.substr(end).starts_with("\r\n");
    if (pair || markdown.substr(end).starts_with('\n')) ++file_line;
    begin = end + (pair ? 2 : 1);
  }
}

std::uint32_t SourceLines::file_line(int cmark_line) const {
  if (cmark_line < 1 || lines_.empty()) return 1;
  return lines_[std::min(static_cast<std::size_t>(cmark_line), lines_.size()) - 1].file_line;
}

std::string_view SourceLines::line(int cmark_line) const {
  if (cmark_line < 1 || static_cast<std::size_t>(cmark_line) > lines_.size()) return {};
  const Line& found = lines_[static_cast<std::size_t>(cmark_line) - 1];
  return markdown_.substr(found.begin, found.end - found.begin);
}

}  // namespace tsg
