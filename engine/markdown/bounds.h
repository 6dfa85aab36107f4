// SPDX-License-Identifier: MIT
// What cmark-gfm may be given. The library of Debian 12 takes quadratic time or space on wide tables and on
// references used often, and aborts the program when memory ends; so text is measured before it is parsed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tsg {

// Says which cap of engine/model/limits.h the text breaks: "a table has 80 columns, more than 64". Empty when
// none is broken. Counts generously: what could be a table or a reference is taken for one. Linear in the
// text's size.
std::optional<std::string> beyond_bounds(std::string_view markdown);

}  // namespace tsg
