// SPDX-License-Identifier: MIT
// Which variables that outlive a call a function assigns to, read from its compiled code.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/lua/compiled_code.h"

struct lua_State;

namespace tsg::lua {

// The upvalues that the function assigns itself or through functions made inside it, by index.
std::vector<std::uint8_t> assigned_upvalues(const CompiledFunction& function);

// Whether the function at the top of the stack assigns any. Code that cannot be read counts as assigning.
bool assigns_upvalues(lua_State* lua);

}  // namespace tsg::lua
