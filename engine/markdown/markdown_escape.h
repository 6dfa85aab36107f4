// SPDX-License-Identifier: MIT
// Text so that Markdown reads it as that text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tsg {

enum class LinePosition : std::uint8_t { Begin, Inside };

// `position` is where on its line the text begins. Line breaks become character references.
std::string escaped_markdown(std::string_view text, LinePosition position);
// A link's address, in `<` and `>` where it must be.
std::string escaped_destination(std::string_view url);
// A link's title or a fence's info string; the quotes are not included.
std::string escaped_title(std::string_view title);
// The longest run of backticks.
std::size_t longest_backtick_run(std::string_view text);

}  // namespace tsg
