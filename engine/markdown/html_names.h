// SPDX-License-Identifier: MIT
// Which HTML elements and attributes an article may use, and what becomes of the others. Names are lower
// case.
#pragma once

#include <cstdint>
#include <string_view>

namespace tsg {

enum class ElementUse : std::uint8_t {
  Allowed,
  Void,       // allowed, and without content: br, hr, img
  Component,  // Apollo: left out with all that is in it
  Forbidden,  // dropped with all that is in it
  Unwrapped,  // left out, but what is in it stays
  Unknown,    // shown as text
};

ElementUse use_of_element(std::string_view name);

enum class AttributeUse : std::uint8_t { Text, Url, Dropped };

AttributeUse use_of_attribute(std::string_view element, std::string_view attribute);

// An open tag of `opening` ends an open element of `open`, as a list item ends the one before it.
bool ends_before(std::string_view opening, std::string_view open);
// An open element of `open` hides those around it from ends_before: a list in a list item.
bool shields(std::string_view open);

// Elements whose tags Markdown takes for the begin of a block of HTML, wherever they stand at a line's begin,
// and whose text it then leaves alone up to the next blank line.
bool begins_html_block(std::string_view name);

}  // namespace tsg
