// SPDX-License-Identifier: MIT
// Reads the compiled form of a Lua 5.4 function, as lua_dump writes it, for two questions.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

struct lua_State;

namespace tsg::lua {

// Whether the Lua function at the top of the stack, or a function made inside it, assigns to one of its
// upvalues: to a variable that outlives its call. True also when the compiled form cannot be read, so that a
// doubt never passes.
bool assigns_upvalues(lua_State* lua);

// The line where the compiler of Lua 5.4.4 went wrong in the function at the top of the stack or in one
// inside it: `t[a < b]` where `t` is a variable from outside of the function reads a stale register instead
// of `t`. 0 when something is wrong and the line is not known.
std::optional<std::uint32_t> miscompiled_line(lua_State* lua);

// assigns_upvalues over a dump (lua_dump with strip = 1).
bool dump_assigns_upvalues(std::string_view dump);

}  // namespace tsg::lua
