// SPDX-License-Identifier: MIT
// Values that a rule gives to `answer` and `finding`, taken out of Lua: raw (no metamethod runs), bounded, in
// one order.
#pragma once

#include <vector>

#include "engine/model/value.h"

struct lua_State;

namespace tsg::lua {

// The values table at `index` (nil or nothing: no values), sorted by name. Stops the run when a value is no
// string, number, boolean or list of strings, or when the run says more than limits::result_nodes or
// result_bytes.
std::vector<NamedValue> read_values(lua_State* lua, int index);

// Counts `bytes` of what the run says; stops the run when it is too much.
void spend_result(lua_State* lua, std::size_t bytes);

}  // namespace tsg::lua
