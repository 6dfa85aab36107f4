// SPDX-License-Identifier: MIT
// tostring, type, pcall, rawget, rawlen, getmetatable, setmetatable, require: where the sandbox differs from
// Lua.
#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <lua.hpp>
#include <string_view>

#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/net_set.h"
#include "engine/lua/stop.h"
#include "engine/lua/text_of.h"

namespace tsg::lua {

namespace {

const char original_key = 0;  // in a metatable in use: the table the rule gave
const char copies_key = 0;    // registry: frozen original -> its copy in use

// Lua looks some of these up each time (__mode at every collection), so what the rule gives is copied:
// changing it afterwards changes nothing.
constexpr std::array<const char*, 23> metamethods = {
    "__index",  "__newindex", "__call", "__tostring", "__len", "__eq",  "__lt",  "__le",
    "__concat", "__unm",      "__add",  "__sub",      "__mul", "__div", "__mod", "__pow",
    "__idiv",   "__band",     "__bor",  "__bxor",     "__shl", "__shr", "__bnot"};
constexpr std::array<const char*, 5> refused_metamethods = {"__gc", "__close", "__mode", "__metatable",
                                                            "__pairs"};

int base_tostring(lua_State* lua) {
  luaL_checkany(lua, 1);
  push_text_of(lua, 1);
  return 1;
}

int base_type(lua_State* lua) {
  luaL_checkany(lua, 1);
  const bool view =
      lua_type(lua, 1) == LUA_TUSERDATA && fact_view_at(lua, 1) != nullptr;  // a table says so itself
  lua_pushstring(lua, view ? "table" : luaL_typename(lua, 1));
  return 1;
}

int base_pcall(lua_State* lua) {
  luaL_checkany(lua, 1);
  lua_pushboolean(lua, 1);
  lua_insert(lua, 1);
  const int status = lua_pcall(lua, lua_gettop(lua) - 2, LUA_MULTRET, 0);
  Stop& stop = host_of(lua).run.stop;
  const bool caught = status == LUA_OK || status == LUA_ERRRUN || status == LUA_ERRERR;
  if (!caught && stop.kind == StopKind::None) stop.kind = StopKind::Memory;
  if (status < 0) host_of(lua).starved = true;  // a C++ exception, which Lua does not keep: std::bad_alloc
  if (stop.kind != StopKind::None) raise_stop(lua);
  if (status == LUA_OK) return lua_gettop(lua);
  lua_pushboolean(lua, 0);
  lua_insert(lua, -2);
  return 2;
}

int base_rawget(lua_State* lua) {
  // What a table of facts holds is what was read before: only a view knows what is there.
  if (fact_view_at(lua, 1) != nullptr) raise_error(lua, "rawget takes a table of the rule's own, not facts");
  luaL_checktype(lua, 1, LUA_TTABLE);
  luaL_checkany(lua, 2);
  push_unfrozen(lua, 1);
  lua_pushvalue(lua, 2);
  lua_rawget(lua, -2);
  return 1;
}

int base_rawlen(lua_State* lua) {
  if (fact_view_at(lua, 1) != nullptr) {
    lua_pushinteger(lua, read_length(lua, 1));
    return 1;
  }
  const int type = lua_type(lua, 1);
  luaL_argexpected(lua, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  push_unfrozen(lua, 1);
  lua_pushinteger(lua, static_cast<lua_Integer>(lua_rawlen(lua, -1)));
  return 1;
}

int base_getmetatable(lua_State* lua) {
  luaL_checkany(lua, 1);
  if (lua_type(lua, 1) != LUA_TTABLE || lua_getmetatable(lua, 1) == 0) {
    lua_pushnil(lua);
    return 1;
  }
  lua_rawgetp(lua, -1, &original_key);
  return 1;
}

void refuse_metamethods(lua_State* lua, int table) {
  for (const char* name : refused_metamethods) {
    lua_pushstring(lua, name);
    if (lua_rawget(lua, table) != LUA_TNIL)
      raise_error(lua, fmt::format("a rule's metatable may not have `{}`", name));
    lua_pop(lua, 1);
  }
}

// Pushes the copy of the metatable at `original` (a plain or frozen table) that Lua will use.
void push_metatable_copy(lua_State* lua, int original) {
  push_unfrozen(lua, original);
  const int real = lua_gettop(lua);
  refuse_metamethods(lua, real);
  lua_newtable(lua);
  for (const char* name : metamethods) {
    lua_pushstring(lua, name);
    lua_pushvalue(lua, -1);
    if (lua_rawget(lua, real) == LUA_TNIL) {
      lua_pop(lua, 2);
    } else {
      lua_rawset(lua, -3);
    }
  }
  lua_pushvalue(lua, original);
  lua_rawsetp(lua, -2, &original_key);
  lua_remove(lua, real);
}

// A frozen original never changes: its copy is made once.
void push_metatable_in_use(lua_State* lua, int original) {
  if (!is_frozen(lua, original)) return push_metatable_copy(lua, original);
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &copies_key);
  lua_pushvalue(lua, original);
  if (lua_rawget(lua, -2) == LUA_TNIL) {
    lua_pop(lua, 1);
    push_metatable_copy(lua, original);
    lua_pushvalue(lua, original);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, -4);
  }
  lua_remove(lua, -2);
}

// `__newindex` of the metatable at the top: Lua would write into the table that stands there.
void refuse_writes_into_facts(lua_State* lua) {
  lua_pushliteral(lua, "__newindex");
  if (lua_rawget(lua, -2) != LUA_TNIL && fact_view_at(lua, -1) != nullptr)
    stop_error(lua, "facts cannot be written: `__newindex` leads to them");
  lua_pop(lua, 1);
}

int base_setmetatable(lua_State* lua) {
  if (fact_view_at(lua, 1) != nullptr) stop_error(lua, "facts cannot be given a metatable");
  luaL_checktype(lua, 1, LUA_TTABLE);
  const int type = lua_type(lua, 2);
  if (fact_view_at(lua, 2) != nullptr) stop_error(lua, "facts cannot be a metatable");
  luaL_argexpected(lua, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (is_frozen(lua, 1)) {
    raise_error(lua,
                "this table cannot be given a metatable: it was made outside of decide, or belongs to Lua");
  }
  lua_settop(lua, 2);
  if (type == LUA_TTABLE) push_metatable_in_use(lua, 2);
  if (type == LUA_TTABLE) refuse_writes_into_facts(lua);
  lua_setmetatable(lua, 1);
  lua_settop(lua, 1);
  return 1;
}

int base_require(lua_State* lua) {
  std::size_t size = 0;
  const char* name = luaL_checklstring(lua, 1, &size);
  Host& host = host_of(lua);
  host.modules->push_module(std::string(name, size));
  return 1;
}

}  // namespace

void push_text_of(lua_State* lua, int index) {
  index = lua_absindex(lua, index);
  switch (lua_type(lua, index)) {
    case LUA_TNIL:
      lua_pushliteral(lua, "nil");
      return;
    case LUA_TBOOLEAN:
      lua_pushstring(lua, lua_toboolean(lua, index) != 0 ? "true" : "false");
      return;
    case LUA_TNUMBER:
    case LUA_TSTRING:
      lua_pushvalue(lua, index);
      lua_tolstring(lua, -1, nullptr);
      return;
    case LUA_TTABLE:
      break;
    case LUA_TUSERDATA:
      lua_pushstring(lua, is_net_set(lua, index) ? "set" : (is_secret(lua, index) ? "secret" : "table"));
      return;
    default:
      lua_pushstring(lua, luaL_typename(lua, index));
      return;
  }
  if (luaL_callmeta(lua, index, "__tostring") == 0) {
    lua_pushliteral(lua, "table");
  } else if (lua_type(lua, -1) != LUA_TSTRING) {
    raise_error(lua, "`__tostring` must return a string");
  }
}

void add_base_functions(lua_State* lua) {
  lua_newtable(lua);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, &copies_key);
  const luaL_Reg functions[] = {{"tostring", base_tostring},
                                {"type", base_type},
                                {"pcall", base_pcall},
                                {"rawget", base_rawget},
                                {"rawlen", base_rawlen},
                                {"getmetatable", base_getmetatable},
                                {"setmetatable", base_setmetatable},
                                {"require", base_require},
                                {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
