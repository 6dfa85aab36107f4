// SPDX-License-Identifier: MIT
// table.sort: a stable merge sort from the bottom up. Lua's own sort is not stable and, for large tables,
// takes its pivot from the clock. An order that contradicts itself gives some permutation, never an endless
// loop.
#include <algorithm>
#include <lua.hpp>
#include <utility>

#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

constexpr int list = 1;
constexpr int order = 2;
constexpr int merged = 3;

// Whether the value at the top is less than the one below it: then it goes first. Leaves both.
bool top_goes_first(lua_State* lua) {
  if (lua_isnil(lua, order)) return lua_compare(lua, -1, -2, LUA_OPLT) != 0;
  lua_pushvalue(lua, order);
  lua_pushvalue(lua, -2);
  lua_pushvalue(lua, -4);
  lua_call(lua, 2, 1);
  const bool first = lua_toboolean(lua, -1) != 0;
  lua_pop(lua, 1);
  return first;
}

// Merges [begin, middle) and [middle, end) of `from` into `to`.
void merge(lua_State* lua, int from, int to, lua_Integer begin, lua_Integer middle, lua_Integer end) {
  lua_Integer left = begin;
  lua_Integer right = middle;
  for (lua_Integer out = begin; out < end; ++out) {
    bool take_right = left == middle;
    if (left < middle && right < end) {
      lua_rawgeti(lua, from, left);
      lua_rawgeti(lua, from, right);
      take_right = top_goes_first(lua);
      lua_pop(lua, 2);
    }
    lua_rawgeti(lua, from, take_right ? right++ : left++);
    lua_rawseti(lua, to, out);
    if (out % 4096 == 0) check_deadline(lua);
  }
}

int table_sort(lua_State* lua) {
  if (fact_view_at(lua, list) != nullptr)
    stop_error(lua, "facts cannot be sorted in place: copy the list first");
  luaL_checktype(lua, list, LUA_TTABLE);
  if (lua_getmetatable(lua, list) != 0) {
    raise_error(lua, is_frozen(lua, list) ? "this table cannot be sorted: it was made outside of decide"
                                          : "table functions take plain tables: this one has a metatable");
  }
  if (!lua_isnoneornil(lua, order)) luaL_checktype(lua, order, LUA_TFUNCTION);
  lua_settop(lua, 2);
  const auto size = static_cast<lua_Integer>(lua_rawlen(lua, list));
  if (size > static_cast<lua_Integer>(table_items)) raise_error(lua, "table.sort: the table is too large");
  lua_createtable(lua, static_cast<int>(size), 0);
  int from = list;
  int to = merged;
  for (lua_Integer width = 1; width < size; width *= 2) {
    for (lua_Integer begin = 1; begin <= size; begin += 2 * width) {
      merge(lua, from, to, begin, std::min(begin + width, size + 1), std::min(begin + 2 * width, size + 1));
    }
    std::swap(from, to);
  }
  for (lua_Integer i = 1; from == merged && i <= size; ++i) {
    lua_rawgeti(lua, merged, i);
    lua_rawseti(lua, list, i);
  }
  return 0;
}

}  // namespace

void add_table_sort(lua_State* lua) {
  lua_pushcfunction(lua, table_sort);
  lua_setfield(lua, -2, "sort");
}

}  // namespace tsg::lua
