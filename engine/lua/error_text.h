// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

struct lua_State;

namespace tsg::lua {

// The error object at `index` as one line of valid UTF-8, read raw: no metamethod of a rule runs.
std::string error_text(lua_State* lua, int index);
// `text` made one line: control characters become blanks, bad bytes U+FFFD, at most 500 bytes.
std::string one_line(std::string_view text);

}  // namespace tsg::lua
