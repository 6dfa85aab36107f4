// SPDX-License-Identifier: MIT
// Whether a function can be called again and again without one call leaving anything behind for the next.
//
// A call can leave something only in what outlives it: variables of the file (upvalues) and tables held by
// them. The walk visits everything a value reaches: closures and their upvalues, tables and their members.
// Tables are replaced by frozen faces; a closure that assigns to an upvalue, a table with a metatable, a
// table used as a key, and any object of the host's but a
// set (net_set.h) make the value stateful. A stateful chunk is run anew for
// every call, which is sound whatever it does.
#pragma once

#include <cstdint>

struct lua_State;

namespace tsg::lua {

enum class Statefulness : std::uint8_t { Stateless, Stateful };

// Freezes what the value at the top of the stack reaches; the value itself is replaced when it is a table.
// After Stateful the value is partly frozen: throw it away.
Statefulness freeze_reachable(lua_State* lua);

}  // namespace tsg::lua
