// SPDX-License-Identifier: MIT
// Reads the compiled form of a Lua 5.4 function, as lua_dump writes it, for one question only.
#pragma once

#include <string_view>

struct lua_State;

namespace tsg::lua {

// Whether the Lua function at the top of the stack, or a function made inside it, assigns to one of its
// upvalues: to a variable that outlives its call. True also when the compiled form cannot be read, so that a
// doubt never passes.
bool assigns_upvalues(lua_State* lua);

// The same over a dump (lua_dump with strip = 1).
bool dump_assigns_upvalues(std::string_view dump);

}  // namespace tsg::lua
