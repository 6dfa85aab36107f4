// SPDX-License-Identifier: MIT
#include "renderers/markdown_table.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

// "| --- | :-: |", maybe quoted or indented. A line of dashes alone is a table of one column as well.
bool delimiter_row(std::string_view line) {
  const bool has_dash = line.find('-') != std::string_view::npos;
  return has_dash && line.find_first_not_of("|:- \t\r>") == std::string_view::npos;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r>") == std::string_view::npos;
}

// The begin of the line before the one that begins at `begin`. REQUIRES: begin > 0
std::size_t line_before(std::string_view text, std::size_t begin) {
  if (begin < 2) return 0;
  const std::size_t newline = text.rfind('\n', begin - 2);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

bool stands_in_table(const Segments& segments, std::size_t at) {
  std::string text;
  std::size_t slot = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (i == at) slot = text.size();
    if (segments[i].kind == SegmentKind::Literal) text += segments[i].text;
    if (segments[i].kind == SegmentKind::Slot) text += 'x';
  }
  std::size_t begin = slot == 0 ? std::string::npos : text.rfind('\n', slot - 1);
  begin = begin == std::string::npos ? 0 : begin + 1;
  const std::size_t next = text.find('\n', slot);
  if (next != std::string::npos && delimiter_row(line_at(text, next + 1))) return true;
  while (begin > 0) {
    begin = line_before(text, begin);
    const std::string_view line = line_at(text, begin);
    if (blank(line)) return false;
    if (delimiter_row(line)) return true;
  }
  return false;
}

}  // namespace tsg
