// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace tsg {

// Where the line that holds byte `from` ends: the offset of its CR or LF, or of the text's end. A plain loop:
// find_first_of searches the set anew for every byte.
inline std::size_t line_end(std::string_view text, std::size_t from) {
  while (from < text.size() && text[from] != '\n' && text[from] != '\r') ++from;
  return from;
}

// Whether every byte is below 0x80.
inline bool all_ascii(std::string_view text) {
  unsigned char seen = 0;
  for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
  return seen < 0x80;
}

}  // namespace tsg
