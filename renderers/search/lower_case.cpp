// SPDX-License-Identifier: MIT
#include "renderers/search/lower_case.h"

#include <utf8proc.h>

#include <cstdint>
#include <string_view>

#include "engine/text/utf8.h"

namespace tsg {
namespace {

constexpr std::uint32_t capital_i_with_dot = 0x130;
constexpr std::uint32_t capital_sigma = 0x3A3;
constexpr std::uint32_t final_sigma = 0x3C2;
constexpr std::u32string_view word_middles =
    U"'.:^`"
    U"\u00A8\u00AF\u00B4\u00B7\u00B8\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E"
    U"\uFF1A";

// Unicode's Case_Ignorable, by category and the few characters it names.
bool is_passed_over(std::uint32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
      return true;
    default:
      return word_middles.find(static_cast<char32_t>(code_point)) != std::u32string_view::npos;
  }
}

bool has_case(std::uint32_t code_point) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(code_point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
      return true;
    default:
      return false;
  }
}

bool letter_follows(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const DecodedCharacter next = decode_utf8(text, at);
    if (!is_passed_over(next.code_point)) return has_case(next.code_point);
    at += next.size;
  }
  return false;
}

bool letter_precedes(std::string_view text, std::size_t at) {
  while (at > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) continue;
    const DecodedCharacter before = decode_utf8(text, at);
    if (!is_passed_over(before.code_point)) return has_case(before.code_point);
  }
  return false;
}

}  // namespace

std::size_t append_lower_case(std::string& out, std::string_view text, std::size_t at) {
  const DecodedCharacter read = decode_utf8(text, at);
  if (read.code_point == capital_i_with_dot) {
    out += "i\u0307";
  } else if (read.code_point == capital_sigma && letter_precedes(text, at) &&
             !letter_follows(text, at + read.size)) {
    append_utf8(out, final_sigma);
  } else {
    append_utf8(out,
                static_cast<std::uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(read.code_point))));
  }
  return read.size;
}

}  // namespace tsg
