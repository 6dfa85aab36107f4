// SPDX-License-Identifier: MIT
// Finds code that the compiler of Lua 5.4.4 got wrong, so that it is refused instead of run.
#pragma once

#include <cstdint>
#include <optional>

struct lua_State;

namespace tsg::lua {

// The line where the compiler went wrong in the function at the top of the stack or in one inside it:
// `t[a < b]` where `t` is a variable from outside of the function reads a stale register instead of `t`
// (upstream fix 782ef85b). 0 when something is wrong and the line is not known.
std::optional<std::uint32_t> miscompiled_line(lua_State* lua);

}  // namespace tsg::lua
