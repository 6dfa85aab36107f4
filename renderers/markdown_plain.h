// SPDX-License-Identifier: MIT
// What every Markdown context does to a value first.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

// Valid UTF-8 without C0 controls (U+FFFD for each) but TAB and LF; CR LF and CR are LF.
std::string plain_lines(std::string_view value);
// The same on one line: a space for each line end.
std::string one_line(std::string_view value);

}  // namespace tsg
