// SPDX-License-Identifier: MIT
#include "engine/lua/frozen.h"

#include <fmt/format.h>
#include <lua.hpp>

#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

const char real_key = 0;   // in a face's metatable: the real table
const char faces_key = 0;  // registry: real table -> face

int refuse_write(lua_State* lua) {
  const char* name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : nullptr;
  raise_error(lua,
              fmt::format("{}cannot be changed: it was made outside of decide, or belongs to Lua or a module",
                          name == nullptr ? "this table " : fmt::format("`{:.60}` ", name)));
}

int frozen_length(lua_State* lua) {
  push_unfrozen(lua, 1);
  lua_pushinteger(lua, static_cast<lua_Integer>(lua_rawlen(lua, -1)));
  return 1;
}

void push_new_face(lua_State* lua, int real) {
  lua_newtable(lua);
  lua_createtable(lua, 0, 4);
  lua_pushvalue(lua, real);
  lua_setfield(lua, -2, "__index");
  lua_pushcfunction(lua, refuse_write);
  lua_setfield(lua, -2, "__newindex");
  lua_pushcfunction(lua, frozen_length);
  lua_setfield(lua, -2, "__len");
  lua_pushvalue(lua, real);
  lua_rawsetp(lua, -2, &real_key);
  lua_setmetatable(lua, -2);
}

}  // namespace

void open_frozen(lua_State* lua) {
  lua_newtable(lua);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &faces_key);
}

void freeze_top(lua_State* lua) {
  const int real = lua_gettop(lua);
  if (is_frozen(lua, real)) return;
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &faces_key);
  lua_pushvalue(lua, real);
  if (lua_rawget(lua, -2) == LUA_TNIL) {
    lua_pop(lua, 1);
    push_new_face(lua, real);
    lua_pushvalue(lua, real);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, -4);
  }
  lua_replace(lua, real);
  lua_settop(lua, real);
}

bool is_frozen(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TTABLE || lua_getmetatable(lua, index) == 0) return false;
  const bool frozen = lua_rawgetp(lua, -1, &real_key) == LUA_TTABLE;
  lua_pop(lua, 2);
  return frozen;
}

void push_unfrozen(lua_State* lua, int index) {
  index = lua_absindex(lua, index);
  if (lua_type(lua, index) != LUA_TTABLE || lua_getmetatable(lua, index) == 0) {
    lua_pushvalue(lua, index);
    return;
  }
  if (lua_rawgetp(lua, -1, &real_key) == LUA_TTABLE) {
    lua_remove(lua, -2);
    return;
  }
  lua_pop(lua, 2);
  lua_pushvalue(lua, index);
}

}  // namespace tsg::lua
