// SPDX-License-Identifier: MIT
// Text into XML 1.0: as into HTML (escape_html.h), and U+FFFE and U+FFFF, which XML has not, become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// For text and for quoted attributes.
std::string svg_text(std::string_view text);

}  // namespace tsg
