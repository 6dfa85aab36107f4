// SPDX-License-Identifier: MIT
#pragma once

#include "engine/lua/run.h"

struct lua_State;

namespace tsg::lua {

// The draft that a value returned by decide stands for; null when it is no verdict of this run.
Draft* draft_at(lua_State* lua, int index);

}  // namespace tsg::lua
