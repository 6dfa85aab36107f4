// SPDX-License-Identifier: MIT
// The globals of rules: an allow-list built by hand. What docs/rule-format.md does not list is not there.
#pragma once

struct lua_State;

namespace tsg::lua {

// Fills a new state: libraries, string metatable, metatables of views. Pushes the environment every chunk
// gets: frozen, so that a rule can neither change a library nor keep anything in a global.
void open_sandbox(lua_State* lua);

}  // namespace tsg::lua
