// SPDX-License-Identifier: MIT
// Text into XML 1.0: as into HTML (escape_html.h); what XML has not, which is U+FFFE, U+FFFF and control
// characters but tab and line ends, becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// For text and for quoted attributes.
std::string xml(std::string_view text);

}  // namespace tsg
