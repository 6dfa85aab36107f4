// SPDX-License-Identifier: MIT
#include <re2/re2.h>

#include <algorithm>
#include <lua.hpp>
#include <string>
#include <vector>

#include "tests/fuzz/host_oracles.h"

namespace tsg::fuzz {

namespace {

int push(lua_State* lua, bool value) {
  lua_pushboolean(lua, value ? 1 : 0);
  return 1;
}

int push(lua_State* lua, const std::string& text) {
  lua_pushlstring(lua, text.data(), text.size());
  return 1;
}

std::string in_lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

std::string joined(const std::vector<std::string>& list, char between) {
  std::string all;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) all += between;
    all += list[i];
  }
  return all;
}

}  // namespace

int nothing_known(lua_State*, const Arguments&) {
  return unsure;
}

int always_true(lua_State* lua, const Arguments&) {
  return push(lua, true);
}

int sorted_by_length(lua_State* lua, const Arguments& arguments) {
  std::vector<std::string> list = arguments.list;
  std::stable_sort(list.begin(), list.end(),
                   [](const std::string& p, const std::string& q) { return p.size() < q.size(); });
  return push(lua, joined(list, ' '));
}

int contains(lua_State* lua, const Arguments& arguments) {
  return push(lua, arguments.a.find(arguments.b) != std::string::npos);
}

int contains_fold(lua_State* lua, const Arguments& arguments) {
  return push(lua, in_lower_case(arguments.a).find(in_lower_case(arguments.b)) != std::string::npos);
}

int starts_with(lua_State* lua, const Arguments& arguments) {
  return push(lua, arguments.a.rfind(arguments.b, 0) == 0);
}

int ends_with(lua_State* lua, const Arguments& arguments) {
  const std::string& a = arguments.a;
  const std::string& b = arguments.b;
  return push(lua, b.size() <= a.size() && a.compare(a.size() - b.size(), b.size(), b) == 0);
}

int equal_fold(lua_State* lua, const Arguments& arguments) {
  return push(lua, in_lower_case(arguments.a) == in_lower_case(arguments.b));
}

int split(lua_State* lua, const Arguments& arguments) {
  if (arguments.b.empty()) return refuses;
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < arguments.a.size();) {
    if (arguments.a.compare(at, arguments.b.size(), arguments.b) == 0) {
      parts.emplace_back();
      at += arguments.b.size();
    } else {
      parts.back() += arguments.a[at++];
    }
  }
  return push(lua, joined(parts, '\0'));
}

int trimmed(lua_State* lua, const Arguments& arguments) {
  static const std::string blanks = " \t\r\n\v\f";
  const std::size_t begin = arguments.a.find_first_not_of(blanks);
  if (begin == std::string::npos) return push(lua, std::string());
  return push(lua, arguments.a.substr(begin, arguments.a.find_last_not_of(blanks) + 1 - begin));
}

int lowered(lua_State* lua, const Arguments& arguments) {
  return push(lua, in_lower_case(arguments.a));
}

int matched(lua_State* lua, const Arguments& arguments) {
  const RE2 pattern(arguments.b, RE2::Quiet);
  if (!pattern.ok()) return refuses;
  const int groups = pattern.NumberOfCapturingGroups();
  std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups) + 1);
  if (!pattern.Match(arguments.a, 0, arguments.a.size(), RE2::UNANCHORED, found.data(), groups + 1)) {
    lua_pushnil(lua);
    return 1;
  }
  luaL_checkstack(lua, groups + 1, nullptr);
  for (int i = groups == 0 ? 0 : 1; i <= groups; ++i) {
    const re2::StringPiece& piece = found[static_cast<std::size_t>(i)];
    piece.data() == nullptr ? lua_pushnil(lua)
                            : static_cast<void>(lua_pushlstring(lua, piece.data(), piece.size()));
  }
  return groups == 0 ? 1 : groups;
}

}  // namespace tsg::fuzz
