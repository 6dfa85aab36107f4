// SPDX-License-Identifier: MIT
// Proves of compiled Lua code that it assigns only into tables that the same activation made.
//
// A rule that is proven may be handed the pooled tables of the facts themselves (fact_tables.h): whatever
// path it takes, none of its assignments can reach them. A rule that is not proven gets guarded ones, which
// is slower and just as right, so a doubt costs speed and never safety.
//
//   local rules = {}                       register 3 holds a table of this activation's
//   rules[#rules + 1] = rule               fine: SETTABLE into register 3
//   rule.seen = true                       not proven: `rule` came from elsewhere
//
// How: for each function a forward walk over its instructions keeps, for every register, whether it holds a
// table that NEWTABLE made in this activation on every path that leads there. What an instruction may write
// is known for each opcode of Lua 5.4; anything unknown ends the proof. Closures are followed too: a captured
// register counts as own inside the closure when it held an own table where the closure was made, and no
// instruction writes anything else to it while the closure may still see the register.
//
// The opcodes are those of Lua 5.4 (lopcodes.h). Tested by tests/lua/own_tables_test.cpp.
#pragma once

#include "engine/lua/compiled_code.h"

struct lua_State;

namespace tsg::lua {

enum class Assignments : std::uint8_t { OwnTables, Anywhere };

// Of the function and of all made inside it.
Assignments assignments_of(const CompiledFunction& function);
// Of the function at the top of the stack. Code that cannot be read counts as Anywhere.
Assignments assignments_of(lua_State* lua);

}  // namespace tsg::lua
