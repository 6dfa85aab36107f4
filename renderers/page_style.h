// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// The style sheet of a page.
std::string_view page_style();

// Its source expression in a content security policy: "'sha256-...'".
std::string page_style_hash();

}  // namespace tsg
