// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string_view>

#include "engine/text/ascii.h"

namespace tsg::web {

// RFC 9110, 5.6.2: what names of headers, cookies and parameters are made of.
inline bool token_character(char c) {
  constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return ascii_alpha(c) || ascii_digit(c) || marks.find(c) != std::string_view::npos;
}

inline bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), token_character);
}

}  // namespace tsg::web
