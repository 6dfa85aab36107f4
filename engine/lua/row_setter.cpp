// SPDX-License-Identifier: MIT
#include "engine/lua/row_setter.h"

#include <fmt/format.h>
#include <lua.hpp>

#include "engine/text/ascii.h"

namespace tsg::lua {

namespace {

void append_literal(std::string& source, std::string_view name) {
  source += '"';
  for (const char c : name) {
    if (ascii_alpha(c) || ascii_digit(c)) {
      source += c;
    } else {
      source += fmt::format("\\{:03}", static_cast<unsigned char>(c));
    }
  }
  source += '"';
}

}  // namespace

std::string row_setter_source(std::span<const std::string_view> names) {
  std::string source = "return function(row";
  for (std::size_t i = 0; i < names.size(); ++i) source += fmt::format(", v{}", i);
  source += ")\n";
  for (std::size_t i = 0; i < names.size(); ++i) {
    source += "row[";
    append_literal(source, names[i]);
    source += fmt::format("] = v{}\n", i);
  }
  return source + "end\n";
}

void push_row_setter(lua_State* lua, std::span<const std::string_view> names) {
  const std::string source = row_setter_source(names);
  if (luaL_loadbufferx(lua, source.data(), source.size(), "=facts", "t") != LUA_OK) lua_error(lua);
  lua_call(lua, 0, 1);
}

}  // namespace tsg::lua
