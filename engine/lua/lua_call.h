// SPDX-License-Identifier: MIT
// Runs C++ code inside a protected call, so that whatever Lua raises in it ends here.
#pragma once

#include <lua.hpp>
#include <new>

#include "engine/lua/run.h"

namespace tsg::lua {

// Catches where an error came from, before the stack is unwound. A message handler for lua_pcall.
int note_error_line(lua_State* lua);

// Calls `body(lua)` with an empty stack; gives the status of lua_pcall. On an error the error object is left
// on the stack, else nothing. A C++ exception inside gives a status that is none of Lua's.
template <typename Body>
int protected_call(lua_State* lua, Body& body) {
  lua_settop(lua, 0);
  lua_pushcfunction(lua, note_error_line);
  lua_pushcfunction(lua, [](lua_State* inner) {
    Body& called = *static_cast<Body*>(lua_touserdata(inner, 1));
    lua_settop(inner, 0);
    try {
      called(inner);
    } catch (const std::bad_alloc&) {
      host_of(inner).starved = true;
      throw;
    }
    return 0;
  });
  lua_pushlightuserdata(lua, &body);
  return lua_pcall(lua, 1, 0, 1);
}

}  // namespace tsg::lua
