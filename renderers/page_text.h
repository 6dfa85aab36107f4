// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// What a reader sees of an HTML page that tsg rendered: the text of its body without markup, references to
// characters resolved, every run of blanks and line ends as one blank. For tests of what a page says.
std::string page_text(std::string_view html);

}  // namespace tsg
