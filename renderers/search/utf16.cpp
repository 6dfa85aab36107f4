// SPDX-License-Identifier: MIT
#include "renderers/search/utf16.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "engine/text/utf8.h"

namespace tsg {
namespace {

constexpr std::uint32_t first_beyond = 0x10000;

bool is_high(char16_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(char16_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

// Bytes begin characters in the order of code points; this moves those of four bytes (0xF0 and up) before
// those of U+E000 and up (0xEE, 0xEF).
unsigned rank(char byte) {
  const unsigned value = static_cast<unsigned char>(byte);
  if (value >= 0xF0) return value - 2;
  return value >= 0xEE ? value + 0x10 : value;
}

}  // namespace

std::u16string to_utf16(std::string_view text) {
  std::u16string units;
  units.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter read = decode_utf8(text, at);
    at += read.size;
    if (read.code_point < first_beyond) {
      units.push_back(static_cast<char16_t>(read.code_point));
      continue;
    }
    const std::uint32_t offset = read.code_point - first_beyond;
    units.push_back(static_cast<char16_t>(0xD800 + (offset >> 10U)));
    units.push_back(static_cast<char16_t>(0xDC00 + (offset & 0x3FFU)));
  }
  return units;
}

std::string to_utf8(std::u16string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char16_t unit = text[at];
    if (is_high(unit) && at + 1 < text.size() && is_low(text[at + 1])) {
      append_utf8(bytes, first_beyond + ((unit & 0x3FFU) << 10U) + (text[at + 1] & 0x3FFU));
      ++at;
    } else {
      append_utf8(bytes, is_high(unit) || is_low(unit) ? 0xFFFD : unit);
    }
  }
  return bytes;
}

bool before_in_utf16(std::string_view left, std::string_view right) {
  const auto [in_left, in_right] = std::ranges::mismatch(left, right);
  if (in_right == right.end()) return false;
  return in_left == left.end() || rank(*in_left) < rank(*in_right);
}

}  // namespace tsg
