// SPDX-License-Identifier: MIT
#include "engine/text/utf8.h"

#include "engine/text/line_end.h"

namespace tsg {

namespace {

bool continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

std::uint32_t low_bits(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) & 0x3FU;
}

}  // namespace

DecodedCharacter decode_utf8(std::string_view text, std::size_t at) {
  const std::uint32_t lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1, true};
  const std::uint8_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {};
  for (std::size_t i = 1; i < size; ++i) {
    if (!continuation(text, at + i)) return {};
  }
  std::uint32_t code_point = lead & (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) code_point = code_point << 6U | low_bits(text, at + i);
  constexpr std::uint32_t smallest[5] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < smallest[size] || code_point > 0x10FFFF || surrogate) return {};
  return {code_point, size, true};
}

bool valid_utf8(std::string_view text) {
  if (all_ascii(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (!character.valid) return false;
    at += character.size;
  }
  return true;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto byte = [&out](std::uint32_t value) { out += static_cast<char>(value); };
  if (code_point < 0x80) return byte(code_point);
  if (code_point < 0x800) {
    byte(0xC0U | code_point >> 6U);
  } else if (code_point < 0x10000) {
    byte(0xE0U | code_point >> 12U);
    byte(0x80U | (code_point >> 6U & 0x3FU));
  } else {
    byte(0xF0U | code_point >> 18U);
    byte(0x80U | (code_point >> 12U & 0x3FU));
    byte(0x80U | (code_point >> 6U & 0x3FU));
  }
  byte(0x80U | (code_point & 0x3FU));
}

std::string with_replacements(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter character = decode_utf8(text, at);
    if (character.valid) {
      repaired.append(text.substr(at, character.size));
    } else {
      repaired += "\xEF\xBF\xBD";
    }
    at += character.size;
  }
  return repaired;
}

}  // namespace tsg
