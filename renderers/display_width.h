// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace tsg {

// Columns that `text` takes on a terminal: wide characters two, combining marks none (utf8proc's widths). A
// joined emoji counts as its widest member.
std::size_t display_width(std::string_view text);

// Bytes of the longest beginning of `text` that fits `columns` and does not part a character from its marks;
// at least one character. REQUIRES: text is not empty
std::size_t fitting_bytes(std::string_view text, std::size_t columns);

}  // namespace tsg
