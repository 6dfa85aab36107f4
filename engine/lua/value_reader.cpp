// SPDX-License-Identifier: MIT
#include "engine/lua/value_reader.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <lua.hpp>

#include "engine/lua/fact_view.h"
#include "engine/lua/frozen.h"
#include "engine/lua/library.h"
#include "engine/lua/stop.h"
#include "engine/model/limits.h"
#include "engine/text/utf8.h"

namespace tsg::lua {

namespace {

[[noreturn]] void refuse_value(lua_State* lua, const std::string& name, std::string_view what) {
  stop_error(lua,
             fmt::format("the value `{}` {}; a value is a string, a number, a boolean or a list of strings",
                         name, what));
}

std::string read_text(lua_State* lua, int index) {
  const std::string_view text = string_argument(lua, index);
  spend_result(lua, text.size());
  return with_replacements(text);
}

std::vector<std::string> read_list(lua_State* lua, const std::string& name, int index) {
  const std::size_t length = list_length(lua, index);
  if (length > limits::result_nodes) spend_result(lua, limits::result_bytes + 1);
  std::vector<std::string> items;
  for (std::size_t i = 1; i <= length; ++i) {
    push_list_item(lua, index, static_cast<long long>(i));
    if (lua_type(lua, -1) != LUA_TSTRING) refuse_value(lua, name, "is a list with an item that is no string");
    items.push_back(read_text(lua, -1));
    lua_pop(lua, 1);
  }
  return items;
}

// A table with any key but 1..n is no list.
void check_is_list(lua_State* lua, const std::string& name, int index) {
  push_unfrozen(lua, index);
  const int table = lua_gettop(lua);
  const std::size_t length = lua_rawlen(lua, table);
  std::size_t keys = 0;
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    lua_pop(lua, 1);
    if (++keys > length) refuse_value(lua, name, "is a table with names");
  }
  lua_settop(lua, table - 1);
}

Value read_number(lua_State* lua, const std::string& name, int index) {
  spend_result(lua, sizeof(double));
  if (lua_isinteger(lua, index) != 0) return std::int64_t{lua_tointeger(lua, index)};
  const double number = lua_tonumber(lua, index);
  if (!std::isfinite(number)) refuse_value(lua, name, "is not a finite number");
  return number;
}

Value read_value(lua_State* lua, const std::string& name, int index) {
  switch (lua_type(lua, index)) {
    case LUA_TBOOLEAN:
      spend_result(lua, 1);
      return lua_toboolean(lua, index) != 0;
    case LUA_TNUMBER:
      return read_number(lua, name, index);
    case LUA_TSTRING:
      return read_text(lua, index);
    case LUA_TTABLE:
      if (fact_view_at(lua, index) != nullptr) break;
      check_is_list(lua, name, index);
      return read_list(lua, name, index);
    case LUA_TUSERDATA:
      break;
    default:
      refuse_value(lua, name, fmt::format("is a {}", luaL_typename(lua, index)));
  }
  if (is_secret(lua, index)) refuse_value(lua, name, "is a secret fact");
  const FactView* view = fact_view_at(lua, index);
  if (view == nullptr) refuse_value(lua, name, "is an object of the host");
  if (type_of(lua, *view) != FactType::List) refuse_value(lua, name, "is an object of the facts");
  return read_list(lua, name, index);
}

}  // namespace

void spend_result(lua_State* lua, std::size_t bytes) {
  ResultBudget& said = host_of(lua).run.said;
  said.bytes += bytes;
  ++said.nodes;
  if (said.nodes <= limits::result_nodes && said.bytes <= limits::result_bytes) return;
  stop_error(lua, fmt::format("the rule says too much: at most {} values and {} KB in one run",
                              limits::result_nodes, limits::result_bytes / 1024));
}

std::vector<NamedValue> read_values(lua_State* lua, int index) {
  if (lua_isnoneornil(lua, index)) return {};
  if (!is_own_table(lua, index)) {
    stop_error(lua, fmt::format("values are a table of names, not a {}", kind_of(lua, index)));
  }
  luaL_checkstack(lua, 20, nullptr);
  push_unfrozen(lua, index);
  const int table = lua_gettop(lua);
  std::vector<NamedValue> values;
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    if (lua_type(lua, -2) != LUA_TSTRING) stop_error(lua, "values have names: write `{ Name = value }`");
    const std::string name = read_text(lua, -2);
    values.push_back({.name = name, .value = read_value(lua, name, lua_gettop(lua))});
    lua_pop(lua, 1);
  }
  lua_settop(lua, table - 1);
  std::sort(values.begin(), values.end(),
            [](const NamedValue& a, const NamedValue& b) { return a.name < b.name; });
  return values;
}

}  // namespace tsg::lua
