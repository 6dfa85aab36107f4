// SPDX-License-Identifier: MIT
// `tostring` of the sandbox: without addresses, so that it says the same in every process.
#pragma once

#include <string>

struct lua_State;

namespace tsg::lua {

// Pushes a string: numbers as Lua writes them, "table", "function" or "secret" for what has no text, or what
// the value's own __tostring gives.
void push_text_of(lua_State* lua, int index);

}  // namespace tsg::lua
