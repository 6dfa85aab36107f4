// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// Text or an attribute between double quotes of XML 1.0, which has no control characters but tab and line
// ends.
std::string escape_xml(std::string_view text);

}  // namespace tsg
