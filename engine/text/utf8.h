// SPDX-License-Identifier: MIT
// UTF-8, character by character. Valid means as RFC 3629 says: shortest form, no surrogates, at most
// U+10FFFF.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tsg {

struct DecodedCharacter {
  std::uint32_t code_point = 0xFFFD;
  std::uint8_t size = 1;  // bytes taken; 1 for a byte that is no part of a valid character
  bool valid = false;
};

// The character that begins at byte `at`. REQUIRES: at < text.size()
DecodedCharacter decode_utf8(std::string_view text, std::size_t at);
bool valid_utf8(std::string_view text);
// Appends a code point. REQUIRES: code_point is a Unicode scalar value
void append_utf8(std::string& out, std::uint32_t code_point);
// `text` with every byte that is no part of a valid character replaced by U+FFFD.
std::string with_replacements(std::string_view text);

}  // namespace tsg
