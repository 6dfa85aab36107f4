// SPDX-License-Identifier: MIT
#include "renderers/markdown_plain.h"

#include <cstddef>

#include "engine/text/utf8.h"

namespace tsg {

std::string plain_lines(std::string_view value) {
  const std::string text = with_replacements(value);
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool ends_line = c == '\r' || c == '\n';
    if (c == '\r' && text.compare(at + 1, 1, "\n") == 0) continue;
    if (ends_line) {
      plain += '\n';
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\t') {
      plain += "\uFFFD";
    } else {
      plain += c;
    }
  }
  return plain;
}

std::string one_line(std::string_view value) {
  std::string line = plain_lines(value);
  for (char& c : line) {
    if (c == '\n') c = ' ';
  }
  return line;
}

}  // namespace tsg
