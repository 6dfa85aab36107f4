// SPDX-License-Identifier: MIT
// Lower case as JavaScript's toLowerCase gives it: Unicode's full mapping, without a locale. The two
// characters with a rule of their own are U+0130, which becomes two, and a capital sigma, which at the end of
// a word becomes U+03C2.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsg {

// Appends the character at byte `at` of `text` in lower case, and returns its size in bytes. A byte that is
// no part of a valid character is appended as U+FFFD. REQUIRES: at < text.size()
std::size_t append_lower_case(std::string& out, std::string_view text, std::size_t at);

}  // namespace tsg
