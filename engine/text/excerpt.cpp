// SPDX-License-Identifier: MIT
#include "engine/text/excerpt.h"

#include "engine/text/utf8.h"

namespace tsg {

std::string excerpt(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return std::string(text);
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t next = end + decode_utf8(text, end).size;
    if (next > max_bytes) break;
    end = next;
  }
  return std::string(text.substr(0, end)) + "...";
}

}  // namespace tsg
