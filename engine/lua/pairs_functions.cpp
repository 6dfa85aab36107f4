// SPDX-License-Identifier: MIT
// pairs and ipairs. `pairs` gives keys in one order in every process: integers, floats, strings by their
// bytes, booleans; other keys have no order and are refused. Keys are collected first, so a table may be
// changed on the way.
#include <algorithm>
#include <lua.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

struct Key {
  int rank = 0;  // integers, floats, strings, booleans
  lua_Integer integer = 0;
  lua_Number number = 0;
  std::string_view text = {};  // borrowed: the table that is walked holds the string

  bool operator<(const Key& other) const {
    if (rank != other.rank) return rank < other.rank;
    if (integer != other.integer) return integer < other.integer;
    if (number != other.number) return number < other.number;
    return text < other.text;
  }
};

Key key_at(lua_State* lua, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TNUMBER:
      if (lua_isinteger(lua, index) != 0) return {.rank = 0, .integer = lua_tointeger(lua, index)};
      return {.rank = 1, .number = lua_tonumber(lua, index)};
    case LUA_TSTRING:
      return {.rank = 2, .text = string_argument(lua, index)};
    case LUA_TBOOLEAN:
      return {.rank = 3, .integer = lua_toboolean(lua, index)};
    default:
      raise_error(lua, "pairs has no order for keys that are tables or functions");
  }
}

void push_key(lua_State* lua, const Key& key) {
  switch (key.rank) {
    case 0:
      lua_pushinteger(lua, key.integer);
      return;
    case 1:
      lua_pushnumber(lua, key.number);
      return;
    case 2:
      push_string(lua, key.text);
      return;
    default:
      lua_pushboolean(lua, key.integer != 0 ? 1 : 0);
      return;
  }
}

std::vector<Key> sorted_keys(lua_State* lua, int table) {
  std::vector<Key> keys;
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    lua_pop(lua, 1);
    keys.push_back(key_at(lua, -1));
    if (keys.size() % 4096 == 0) check_deadline(lua);
  }
  check_deadline(lua);
  std::sort(keys.begin(), keys.end());
  return keys;
}

// What is walked, the keys, and how far: in a userdata without metatable, which a rule cannot look into.
struct Position {
  lua_Integer at = 0;
  lua_Integer count = 0;
};

int next_pair(lua_State* lua) {
  auto* position = static_cast<Position*>(lua_touserdata(lua, 1));
  luaL_argexpected(lua, position != nullptr && lua_rawlen(lua, 1) == sizeof(Position), 1, "pairs");
  lua_getiuservalue(lua, 1, 1);
  lua_getiuservalue(lua, 1, 2);
  const int walked = lua_gettop(lua) - 1;
  while (position->at < position->count) {
    lua_rawgeti(lua, walked + 1, ++position->at);
    lua_pushvalue(lua, -1);
    if (fact_view_at(lua, walked) == nullptr) {
      lua_rawget(lua, walked);
    } else {
      push_fact_member(lua, walked);
    }
    if (!lua_isnil(lua, -1)) {
      lua_pushvalue(lua, -1);
      lua_pushvalue(lua, walked + 2);
      lua_replace(lua, -3);
      return 2;
    }
    lua_settop(lua, walked + 1);
  }
  lua_pushnil(lua);
  return 1;
}

// Takes the keys table at the top; gives what a generic for needs.
int push_walk(lua_State* lua, int walked, std::size_t count) {
  const int keys = lua_gettop(lua);
  lua_pushcfunction(lua, next_pair);
  auto* position = static_cast<Position*>(lua_newuserdatauv(lua, sizeof(Position), 2));
  *position = {.at = 0, .count = static_cast<lua_Integer>(count)};
  lua_pushvalue(lua, walked);
  lua_setiuservalue(lua, -2, 1);
  lua_pushvalue(lua, keys);
  lua_setiuservalue(lua, -2, 2);
  lua_pushnil(lua);
  return 3;
}

int next_item(lua_State* lua) {
  const lua_Integer number = luaL_checkinteger(lua, 2) + 1;
  lua_pushinteger(lua, number);
  return lua_geti(lua, 1, number) == LUA_TNIL ? 1 : 2;
}

int base_ipairs(lua_State* lua) {
  luaL_checkany(lua, 1);
  lua_pushcfunction(lua, next_item);
  lua_pushvalue(lua, 1);
  lua_pushinteger(lua, 0);
  return 3;
}

int pairs_of_facts(lua_State* lua, const FactView& view) {
  if (type_of(lua, view) == FactType::List) {
    read_length(lua, 1);
    return base_ipairs(lua);
  }
  const std::vector<std::string> keys = read_keys(lua, 1);
  lua_createtable(lua, static_cast<int>(keys.size()), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    push_string(lua, keys[i]);
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  return push_walk(lua, 1, keys.size());
}

int base_pairs(lua_State* lua) {
  if (const FactView* view = fact_view_at(lua, 1)) return pairs_of_facts(lua, *view);
  luaL_checktype(lua, 1, LUA_TTABLE);
  push_unfrozen(lua, 1);
  const int table = lua_gettop(lua);
  const std::vector<Key> keys = sorted_keys(lua, table);
  lua_createtable(lua, static_cast<int>(keys.size()), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    push_key(lua, keys[i]);
    lua_rawseti(lua, -2, static_cast<lua_Integer>(i) + 1);
  }
  return push_walk(lua, table, keys.size());
}

}  // namespace

void add_pairs_functions(lua_State* lua) {
  const luaL_Reg functions[] = {{"pairs", base_pairs}, {"ipairs", base_ipairs}, {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
