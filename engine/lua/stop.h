// SPDX-License-Identifier: MIT
// Ends a run from inside a host function. Every function here raises a Lua error (a C++ exception in this
// build, so destructors run) that the rule's pcall cannot catch; the first stop of a run is the one that
// counts.
#pragma once

#include <cstdint>
#include <string>

#include "engine/lua/run.h"

namespace tsg::lua {

[[noreturn]] void stop_error(lua_State* lua, std::string message);
[[noreturn]] void stop_unknown(lua_State* lua, Need need);
// Raises again what already stopped the run.
[[noreturn]] void raise_stop(lua_State* lua);
// An ordinary Lua error with the caller's place in front, which pcall may catch. `message` is ASCII or a
// fact's text.
[[noreturn]] void raise_error(lua_State* lua, const std::string& message);

// Host functions with long loops call this: raises when the run is over its deadline.
void check_deadline(lua_State* lua);
// The hook that the watchdog sets.
void deadline_hook(lua_State* lua, struct lua_Debug* where);

// The line of the rule's own file that is running now; 0 when none of it is.
std::uint32_t rule_line(lua_State* lua);

}  // namespace tsg::lua
