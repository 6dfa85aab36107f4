// SPDX-License-Identifier: MIT
// The string library without patterns, locale and addresses. Every function is linear in what it is given.
#include <fmt/format.h>
#include <algorithm>
#include <cstring>
#include <lua.hpp>
#include <string>
#include <string_view>

#include "engine/lua/library.h"
#include "engine/lua/stop.h"
#include "engine/text/ascii.h"

namespace tsg::lua {

namespace {

// Lua's positions: from 1, negative ones from the end. Gives the half-open range of bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Span span_of(lua_Integer from, lua_Integer to, std::size_t size) {
  const auto length = static_cast<lua_Integer>(size);
  if (from < 0) from = std::max<lua_Integer>(from < -length ? 1 : length + from + 1, 1);
  if (to < 0) to = to < -length ? 0 : length + to + 1;
  from = std::max<lua_Integer>(from, 1);
  to = std::min(to, length);
  if (from > to) return {};
  return {static_cast<std::size_t>(from - 1), static_cast<std::size_t>(to)};
}

int string_len(lua_State* lua) {
  lua_pushinteger(lua, static_cast<lua_Integer>(string_argument(lua, 1).size()));
  return 1;
}

int string_sub(lua_State* lua) {
  const std::string_view text = string_argument(lua, 1);
  const Span span = span_of(luaL_checkinteger(lua, 2), luaL_optinteger(lua, 3, -1), text.size());
  push_string(lua, text.substr(span.begin, span.end - span.begin));
  return 1;
}

int string_byte(lua_State* lua) {
  const std::string_view text = string_argument(lua, 1);
  const lua_Integer from = luaL_optinteger(lua, 2, 1);
  const Span span = span_of(from, luaL_optinteger(lua, 3, from), text.size());
  const std::size_t count = span.end - span.begin;
  if (count > static_cast<std::size_t>(unpacked_items))
    raise_error(lua, "string.byte: too many bytes at once");
  luaL_checkstack(lua, static_cast<int>(count), nullptr);
  for (std::size_t at = span.begin; at < span.end; ++at) {
    lua_pushinteger(lua, static_cast<unsigned char>(text[at]));
  }
  return static_cast<int>(count);
}

int string_char(lua_State* lua) {
  std::string bytes;
  for (int i = 1; i <= lua_gettop(lua); ++i) {
    const lua_Integer byte = luaL_checkinteger(lua, i);
    luaL_argcheck(lua, byte >= 0 && byte <= 255, i, "value out of range");
    bytes += static_cast<char>(byte);
  }
  push_string(lua, bytes);
  return 1;
}

template <typename Change>
int push_changed(lua_State* lua, Change change) {
  const std::string_view text = string_argument(lua, 1);
  luaL_Buffer buffer;
  char* out = luaL_buffinitsize(lua, &buffer, text.size());
  change(text, out);
  luaL_pushresultsize(&buffer, text.size());
  return 1;
}

int string_lower(lua_State* lua) {
  return push_changed(
      lua, [](std::string_view in, char* out) { std::transform(in.begin(), in.end(), out, ascii_lower); });
}

char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

int string_upper(lua_State* lua) {
  return push_changed(
      lua, [](std::string_view in, char* out) { std::transform(in.begin(), in.end(), out, ascii_upper); });
}

int string_reverse(lua_State* lua) {
  return push_changed(lua,
                      [](std::string_view in, char* out) { std::reverse_copy(in.begin(), in.end(), out); });
}

int string_rep(lua_State* lua) {
  const std::string_view text = string_argument(lua, 1);
  const lua_Integer count = luaL_checkinteger(lua, 2);
  const std::string_view separator = lua_isnoneornil(lua, 3) ? std::string_view() : string_argument(lua, 3);
  const std::size_t unit = text.size() + separator.size();
  if (count <= 0 || unit == 0) {
    lua_pushliteral(lua, "");
    return 1;
  }
  if (static_cast<lua_Unsigned>(count) > repeated_bytes / unit) {
    raise_error(lua, fmt::format("string.rep gives at most {} bytes", repeated_bytes));
  }
  std::string repeated;
  repeated.reserve(unit * static_cast<std::size_t>(count));
  for (lua_Integer i = 0; i < count; ++i) {
    if (i > 0) repeated += separator;
    repeated += text;
  }
  push_string(lua, repeated);
  return 1;
}

// memmem takes time linear in both texts (two-way search); std::string_view::find does not.
int string_find(lua_State* lua) {
  const std::string_view text = string_argument(lua, 1);
  const std::string_view part = string_argument(lua, 2);
  if (lua_toboolean(lua, 4) == 0) {
    raise_error(lua,
                "string.find is plain: pass true as its fourth argument, or use text.match for a pattern");
  }
  lua_Integer from = luaL_optinteger(lua, 3, 1);
  if (from < 0) from = std::max<lua_Integer>(static_cast<lua_Integer>(text.size()) + from + 1, 1);
  const std::size_t start = from > 0 ? static_cast<std::size_t>(from - 1) : 0;
  if (start > text.size()) {
    lua_pushnil(lua);
    return 1;
  }
  const std::string_view rest = text.substr(start);
  const void* found = part.empty() ? rest.data() : memmem(rest.data(), rest.size(), part.data(), part.size());
  if (found == nullptr) {
    lua_pushnil(lua);
    return 1;
  }
  const auto at = static_cast<lua_Integer>(static_cast<const char*>(found) - text.data());
  lua_pushinteger(lua, at + 1);
  lua_pushinteger(lua, at + static_cast<lua_Integer>(part.size()));
  return 2;
}

int refuse_pattern(lua_State* lua) {
  raise_error(
      lua,
      "Lua patterns are not offered: a fact is a stranger's text and patterns backtrack; use text.match, "
      "text.contains or text.split");
}

}  // namespace

std::string_view string_argument(lua_State* lua, int index) {
  std::size_t size = 0;
  const char* text = luaL_checklstring(lua, index, &size);
  return {text, size};
}

void push_string(lua_State* lua, std::string_view text) {
  lua_pushlstring(lua, text.data(), text.size());
}

void add_string_functions(lua_State* lua) {
  const luaL_Reg functions[] = {
      {"len", string_len},         {"sub", string_sub},        {"byte", string_byte},
      {"char", string_char},       {"lower", string_lower},    {"upper", string_upper},
      {"reverse", string_reverse}, {"rep", string_rep},        {"find", string_find},
      {"match", refuse_pattern},   {"gmatch", refuse_pattern}, {"gsub", refuse_pattern},
      {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
