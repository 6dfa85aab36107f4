// SPDX-License-Identifier: MIT
// A value into a cell of a CSV file (RFC 4180) that a spreadsheet may open.
//
// A value whose first character that is not a blank would start a formula (= + - @, their full-width forms,
// TAB, CR, or one of these behind a `;` or `,` that a spreadsheet may take as a separator) gets a `'` before
// it. A value with a comma, semicolon, quote, line end or blank at an end is quoted, quotes doubled. NUL and
// bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

void append_csv(std::string& out, std::string_view value);

}  // namespace tsg
