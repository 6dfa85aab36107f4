// SPDX-License-Identifier: MIT
// UTF-8 as JavaScript sees it: in code units of 16 bits.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// REQUIRES: text is valid UTF-8
std::u16string to_utf16(std::string_view text);
// A surrogate without its partner becomes U+FFFD.
std::string to_utf8(std::u16string_view text);
// The order of JavaScript's sort(): characters beyond U+FFFF stand before U+E000 to U+FFFF.
// REQUIRES: both are valid UTF-8
bool before_in_utf16(std::string_view left, std::string_view right);

}  // namespace tsg
