// SPDX-License-Identifier: MIT
#include "engine/lua/sandbox.h"

#include <fmt/format.h>
#include <lua.hpp>
#include <span>

#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/net_set.h"
#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

constexpr const char* taken_from_base[] = {"assert", "error", "rawequal", "select", "tonumber"};
constexpr const char* taken_from_math[] = {"abs", "acos",       "asin", "atan", "ceil", "cos", "deg",
                                           "exp", "floor",      "fmod", "huge", "log",  "max", "maxinteger",
                                           "min", "mininteger", "modf", "pi",   "rad",  "sin", "sqrt",
                                           "tan", "tointeger",  "type", "ult"};
constexpr const char* taken_from_utf8[] = {"char", "charpattern", "codepoint", "len", "offset"};

// Moves the named members of the table below the top into the table at the top.
void take(lua_State* lua, std::span<const char* const> names) {
  for (const char* name : names) {
    lua_getfield(lua, -2, name);
    lua_setfield(lua, -2, name);
  }
}

// Opens one of Lua's libraries, keeps the named members in a new table and sets it, frozen, in the globals at
// the top.
void add_stock_library(lua_State* lua, const char* name, lua_CFunction open,
                       std::span<const char* const> members) {
  lua_pushcfunction(lua, open);
  lua_call(lua, 0, 1);
  lua_newtable(lua);
  take(lua, members);
  freeze_top(lua);
  lua_setfield(lua, -3, name);
  lua_pop(lua, 1);
}

template <typename... Add>
void add_library(lua_State* lua, const char* name, Add... add) {
  lua_newtable(lua);
  (add(lua), ...);
  freeze_top(lua);
  lua_setfield(lua, -2, name);
}

// Lua's own base library lands in the registry's global table, which no chunk ever sees.
void add_base(lua_State* lua) {
  lua_pushcfunction(lua, luaopen_base);
  lua_call(lua, 0, 1);
  lua_insert(lua, -2);
  take(lua, taken_from_base);
  lua_remove(lua, -2);
  add_base_functions(lua);
  add_pairs_functions(lua);
  add_verdict_functions(lua);
}

// Strings keep Lua's arithmetic on numerals ("1" + 2); their methods are the sandbox's own.
void set_string_metatable(lua_State* lua) {
  lua_pushcfunction(lua, luaopen_string);
  lua_call(lua, 0, 1);
  lua_pop(lua, 1);
  lua_pushliteral(lua, "");
  lua_getmetatable(lua, -1);
  lua_getfield(lua, -3, "string");
  push_unfrozen(lua, -1);
  lua_setfield(lua, -3, "__index");
  lua_pop(lua, 3);
}

int refuse_global(lua_State* lua) {
  const char* name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
  raise_error(lua, fmt::format("there are no global variables: write `local {:.60}`", name));
}

}  // namespace

void open_sandbox(lua_State* lua) {
  open_frozen(lua);
  open_fact_views(lua);
  open_net_sets(lua);
  lua_newtable(lua);
  add_base(lua);
  add_stock_library(lua, "math", luaopen_math, taken_from_math);
  add_stock_library(lua, "utf8", luaopen_utf8, taken_from_utf8);
  add_library(lua, "string", add_string_functions, add_string_format);
  add_library(lua, "table", add_table_functions, add_table_sort);
  add_library(lua, "text", add_text_functions);
  add_library(lua, "net", add_net_functions, add_net_sets, add_net_matcher);
  add_library(lua, "time", add_time_functions);
  set_string_metatable(lua);
  freeze_top(lua);
  lua_getmetatable(lua, -1);
  lua_pushcfunction(lua, refuse_global);
  lua_setfield(lua, -2, "__newindex");
  lua_pop(lua, 1);
}

}  // namespace tsg::lua
