// SPDX-License-Identifier: MIT
// text.*: matching and cutting of strings, in time linear in the text.
#include <fmt/format.h>
#include <cstring>
#include <lua.hpp>
#include <string_view>

#include "engine/lua/library.h"
#include "engine/lua/stop.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"

namespace tsg::lua {

namespace {

int push_boolean(lua_State* lua, bool value) {
  lua_pushboolean(lua, value ? 1 : 0);
  return 1;
}

bool contains(std::string_view text, std::string_view part) {
  return part.empty() || memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

int text_contains(lua_State* lua) {
  return push_boolean(lua, contains(string_argument(lua, 1), string_argument(lua, 2)));
}

int text_starts_with(lua_State* lua) {
  return push_boolean(lua, string_argument(lua, 1).starts_with(string_argument(lua, 2)));
}

int text_ends_with(lua_State* lua) {
  return push_boolean(lua, string_argument(lua, 1).ends_with(string_argument(lua, 2)));
}

int text_contains_fold(lua_State* lua) {
  return push_boolean(
      lua, contains(ascii_lowered(string_argument(lua, 1)), ascii_lowered(string_argument(lua, 2))));
}

int text_equal_fold(lua_State* lua) {
  return push_boolean(lua, equal_ignoring_case(string_argument(lua, 1), string_argument(lua, 2)));
}

int text_lower(lua_State* lua) {
  push_string(lua, ascii_lowered(string_argument(lua, 1)));
  return 1;
}

int text_trim(lua_State* lua) {
  push_string(lua, ascii_trimmed(string_argument(lua, 1)));
  return 1;
}

int text_split(lua_State* lua) {
  std::string_view rest = string_argument(lua, 1);
  const std::string_view separator = string_argument(lua, 2);
  luaL_argcheck(lua, !separator.empty(), 2, "the separator is empty");
  lua_newtable(lua);
  for (lua_Integer count = 1;; ++count) {
    const void* found = memmem(rest.data(), rest.size(), separator.data(), separator.size());
    const std::size_t end = found == nullptr
                                ? rest.size()
                                : static_cast<std::size_t>(static_cast<const char*>(found) - rest.data());
    push_string(lua, rest.substr(0, end));
    lua_rawseti(lua, -2, count);
    if (count % 4096 == 0) check_deadline(lua);
    if (found == nullptr) return 1;
    rest.remove_prefix(end + separator.size());
  }
}

const re2::RE2& pattern_argument(lua_State* lua, int index) {
  const std::string_view pattern = string_argument(lua, index);
  if (pattern.size() > PatternCache::pattern_bytes) {
    stop_error(lua,
               fmt::format("text.match: the pattern is longer than {} bytes", PatternCache::pattern_bytes));
  }
  const PatternCache::Entry& entry = host_of(lua).patterns.find(pattern);
  if (entry.compiled == nullptr) {
    stop_error(lua, fmt::format("text.match: the pattern `{}` cannot be used: {}", pattern, entry.problem));
  }
  return *entry.compiled;
}

int text_match(lua_State* lua) {
  const std::string_view text = string_argument(lua, 1);
  if (text.size() > limits::rule_string_bytes) {
    stop_error(lua, fmt::format("text.match: the text is longer than {} bytes", limits::rule_string_bytes));
  }
  const auto captures = first_match(pattern_argument(lua, 2), text);
  check_deadline(lua);
  if (!captures) {
    lua_pushnil(lua);
    return 1;
  }
  luaL_checkstack(lua, static_cast<int>(captures->size()), nullptr);
  for (const auto& capture : *captures) {
    if (capture) {
      push_string(lua, *capture);
    } else {
      lua_pushnil(lua);
    }
  }
  return static_cast<int>(captures->size());
}

}  // namespace

void add_text_functions(lua_State* lua) {
  const luaL_Reg functions[] = {{"match", text_match},
                                {"contains", text_contains},
                                {"starts_with", text_starts_with},
                                {"ends_with", text_ends_with},
                                {"contains_fold", text_contains_fold},
                                {"equal_fold", text_equal_fold},
                                {"split", text_split},
                                {"trim", text_trim},
                                {"lower", text_lower},
                                {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
