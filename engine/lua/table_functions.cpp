// SPDX-License-Identifier: MIT
// The table library on raw access: metamethods cannot lie about lengths or items, and counts are bounded.
#include <fmt/format.h>
#include <algorithm>
#include <lua.hpp>
#include <string>

#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

constexpr lua_Integer steps_between_looks = 4096;

// A metatable could promise items and lengths that raw access does not see: refused, so that nobody is
// misled.
void check_plain(lua_State* lua, int index) {
  if (lua_getmetatable(lua, index) == 0) return;
  lua_pop(lua, 1);
  if (!is_frozen(lua, index)) raise_error(lua, "table functions take plain tables: this one has a metatable");
}

void check_writable(lua_State* lua, int index) {
  if (fact_view_at(lua, index) != nullptr)
    stop_error(lua, "facts cannot be written: copy what you need first");
  luaL_checktype(lua, index, LUA_TTABLE);
  if (is_frozen(lua, index)) {
    raise_error(lua,
                "this table cannot be changed: it was made outside of decide, or belongs to Lua or a module");
  }
  check_plain(lua, index);
}

void check_count(lua_State* lua, lua_Integer count) {
  if (count > static_cast<lua_Integer>(table_items))
    raise_error(lua, "too many items for one call of a table function");
}

lua_Integer raw_length(lua_State* lua, int index) {
  return static_cast<lua_Integer>(lua_rawlen(lua, index));
}

int table_concat(lua_State* lua) {
  const std::string_view separator = lua_isnoneornil(lua, 2) ? std::string_view() : string_argument(lua, 2);
  const lua_Integer from = luaL_optinteger(lua, 3, 1);
  const lua_Integer to =
      lua_isnoneornil(lua, 4) ? static_cast<lua_Integer>(list_length(lua, 1)) : luaL_checkinteger(lua, 4);
  list_length(lua, 1);
  if (from <= to && static_cast<lua_Unsigned>(to) - static_cast<lua_Unsigned>(from) >= table_items)
    check_count(lua, INT64_MAX);
  lua_settop(lua, 4);
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (lua_Integer i = from; i <= to; ++i) {
    push_list_item(lua, 1, i);
    if (lua_type(lua, -1) != LUA_TSTRING && lua_type(lua, -1) != LUA_TNUMBER) {
      raise_error(lua, fmt::format("table.concat: item {} is a {} value", i, luaL_typename(lua, -1)));
    }
    luaL_addvalue(&buffer);
    if (i < to) luaL_addlstring(&buffer, separator.data(), separator.size());
    if (i % steps_between_looks == 0) check_deadline(lua);
    if (i == to) break;  // `to` may be the largest integer
  }
  luaL_pushresult(&buffer);
  return 1;
}

int table_insert(lua_State* lua) {
  check_writable(lua, 1);
  const lua_Integer end = raw_length(lua, 1) + 1;
  check_count(lua, end);
  const int arguments = lua_gettop(lua);
  if (arguments == 2) {
    lua_rawseti(lua, 1, end);
    return 0;
  }
  if (arguments != 3) raise_error(lua, "table.insert takes a table, a position if you like, and a value");
  const lua_Integer position = luaL_checkinteger(lua, 2);
  luaL_argcheck(lua, position >= 1 && position <= end, 2, "position out of bounds");
  for (lua_Integer i = end; i > position; --i) {
    lua_rawgeti(lua, 1, i - 1);
    lua_rawseti(lua, 1, i);
  }
  lua_rawseti(lua, 1, position);
  return 0;
}

int table_remove(lua_State* lua) {
  check_writable(lua, 1);
  const lua_Integer size = raw_length(lua, 1);
  check_count(lua, size);
  const lua_Integer position = luaL_optinteger(lua, 2, size);
  const bool allowed = position == size || (position >= 1 && position <= size + 1);
  luaL_argcheck(lua, allowed, 2, "position out of bounds");
  lua_rawgeti(lua, 1, position);
  for (lua_Integer i = position; i < size; ++i) {
    lua_rawgeti(lua, 1, i + 1);
    lua_rawseti(lua, 1, i);
  }
  lua_pushnil(lua);
  lua_rawseti(lua, 1, std::max(position, size));
  return 1;
}

int table_unpack(lua_State* lua) {
  const auto length = static_cast<lua_Integer>(list_length(lua, 1));
  const lua_Integer from = luaL_optinteger(lua, 2, 1);
  const lua_Integer to = luaL_optinteger(lua, 3, length);
  if (from > to) return 0;
  const lua_Unsigned count = static_cast<lua_Unsigned>(to) - static_cast<lua_Unsigned>(from) + 1;
  if (count == 0 || count > static_cast<lua_Unsigned>(unpacked_items))
    raise_error(lua, "table.unpack: too many results");
  luaL_checkstack(lua, static_cast<int>(count) + 10, nullptr);
  for (lua_Unsigned i = 0; i < count; ++i) push_list_item(lua, 1, from + static_cast<lua_Integer>(i));
  return static_cast<int>(count);
}

int table_pack(lua_State* lua) {
  const int count = lua_gettop(lua);
  lua_createtable(lua, count, 1);
  lua_insert(lua, 1);
  for (int i = count; i >= 1; --i) lua_rawseti(lua, 1, i);
  lua_pushinteger(lua, count);
  lua_setfield(lua, 1, "n");
  return 1;
}

int table_move(lua_State* lua) {
  const int target = lua_isnoneornil(lua, 5) ? 1 : 5;
  list_length(lua, 1);
  check_writable(lua, target);
  const lua_Integer from = luaL_checkinteger(lua, 2);
  const lua_Integer to = luaL_checkinteger(lua, 3);
  const lua_Integer at = luaL_checkinteger(lua, 4);
  if (from <= to) {
    const lua_Unsigned count = static_cast<lua_Unsigned>(to) - static_cast<lua_Unsigned>(from);
    if (count >= table_items) check_count(lua, INT64_MAX);
    luaL_argcheck(lua, at <= LUA_MAXINTEGER - static_cast<lua_Integer>(count), 4, "destination wraps around");
    const bool backwards = target == 1 && at > from && at <= to;
    for (lua_Unsigned i = 0; i <= count; ++i) {
      const auto step = static_cast<lua_Integer>(backwards ? count - i : i);
      push_list_item(lua, 1, from + step);
      lua_rawseti(lua, target, at + step);
      if (i % steps_between_looks == 0) check_deadline(lua);
    }
  }
  lua_pushvalue(lua, target);
  return 1;
}

}  // namespace

std::size_t list_length(lua_State* lua, int index) {
  if (fact_view_at(lua, index) != nullptr) return read_length(lua, index);
  luaL_checktype(lua, index, LUA_TTABLE);
  check_plain(lua, index);
  push_unfrozen(lua, index);
  const std::size_t length = lua_rawlen(lua, -1);
  lua_pop(lua, 1);
  return length;
}

void push_list_item(lua_State* lua, int index, long long number) {
  if (fact_view_at(lua, index) != nullptr) return push_fact_item(lua, index, number);
  push_unfrozen(lua, index);
  lua_rawgeti(lua, -1, number);
  lua_remove(lua, -2);
}

void add_table_functions(lua_State* lua) {
  const luaL_Reg functions[] = {{"concat", table_concat}, {"insert", table_insert}, {"remove", table_remove},
                                {"unpack", table_unpack}, {"pack", table_pack},     {"move", table_move},
                                {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
