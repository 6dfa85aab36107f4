// SPDX-License-Identifier: MIT
// time.*: moments and spans that come as text. There is no clock: the present is the fact `now`.
#include <lua.hpp>
#include <optional>
#include <string>

#include "engine/lua/library.h"
#include "engine/lua/stop.h"
#include "engine/text/duration.h"
#include "engine/text/rfc3339.h"

namespace tsg::lua {

namespace {

int push_seconds(lua_State* lua, const std::optional<double>& seconds) {
  if (seconds) {
    lua_pushnumber(lua, *seconds);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int time_parse(lua_State* lua) {
  return push_seconds(lua, parse_rfc3339(string_argument(lua, 1)));
}

int time_duration(lua_State* lua) {
  return push_seconds(lua, parse_duration(string_argument(lua, 1)));
}

int time_format(lua_State* lua) {
  const std::string text = format_rfc3339(luaL_checknumber(lua, 1));
  if (text.empty()) raise_error(lua, "time.format: RFC 3339 cannot write this moment");
  push_string(lua, text);
  return 1;
}

}  // namespace

void add_time_functions(lua_State* lua) {
  const luaL_Reg functions[] = {
      {"parse", time_parse}, {"format", time_format}, {"duration", time_duration}, {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
