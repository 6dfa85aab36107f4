// SPDX-License-Identifier: MIT
// Tables that rules can read and cannot change: the libraries, what modules return, and whatever a rule's
// file makes outside of decide. A frozen table is an empty table whose metatable leads reads to the real one,
// which no rule ever holds.
#pragma once

struct lua_State;

namespace tsg::lua {

// Makes the registry's tables of a new state.
void open_frozen(lua_State* lua);
// Replaces the table at the top of the stack by its frozen face, always the same one for the same table.
void freeze_top(lua_State* lua);
bool is_frozen(lua_State* lua, int index);
// Pushes the table behind a frozen face; any other value is pushed as it is.
void push_unfrozen(lua_State* lua, int index);

}  // namespace tsg::lua
