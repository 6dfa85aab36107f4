// SPDX-License-Identifier: MIT
// Text in a drawing, whose font nobody can measure: widths are those of common sans-serif fonts, rounded up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

// Of one line, in pixels.
double text_width(std::string_view text, double font_size);

// `text` in at most `most` lines, none wider than `width`: parted at blanks, and within words that are too
// long. What does not fit is cut with "…".
std::vector<std::string> wrapped_text(std::string_view text, double font_size, double width,
                                      std::size_t most);

}  // namespace tsg
