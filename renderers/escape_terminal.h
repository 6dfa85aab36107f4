// SPDX-License-Identifier: MIT
// A value onto a terminal and into a log line: nothing in it may move the cursor, colour, hide or reorder
// anything.
//
//   CR LF                                LF
//   C0 controls but TAB and LF; DEL; C1  \xNN, visibly
//   bidirectional controls               \u{202e}, visibly
//   other characters without width       \u{ad}, visibly, but for the joiners of an emoji
//   bytes that are not UTF-8             \xNN of the byte
//
// In a log line TAB and LF are \t and \n too and a backslash is doubled: one value stays one line, and reads
// back.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

void append_terminal(std::string& out, std::string_view value);
// The same on one line: line ends and tabs become a space each.
void append_terminal_line(std::string& out, std::string_view value);
void append_log(std::string& out, std::string_view value);

}  // namespace tsg
