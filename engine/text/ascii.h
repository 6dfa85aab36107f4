// SPDX-License-Identifier: MIT
// ASCII case and white space, independent of any locale.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

constexpr char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool ascii_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string ascii_lowered(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
// `text` without ASCII white space at either end.
std::string_view ascii_trimmed(std::string_view text);

}  // namespace tsg
