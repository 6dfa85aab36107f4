// SPDX-License-Identifier: MIT
// Every library function a rule can call, as an expression over the arguments a, b (strings), n, m
// (integers), x (a number) and list (strings); with what says how it must come out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

struct lua_State;

namespace tsg::fuzz {

struct Arguments {
  std::string a = {};
  std::string b = {};
  std::int64_t n = 0;
  std::int64_t m = 0;
  double x = 0;
  std::vector<std::string> list = {};
};

// Pushes the results that a function must give and returns their count; `refuses` when it must fail, `unsure`
// when the oracle cannot tell.
using Oracle = int (*)(lua_State* lua, const Arguments& arguments);
inline constexpr int refuses = -1;
inline constexpr int unsure = -2;

struct HostCall {
  const char* expression = "";
  Oracle oracle = nullptr;  // null: Lua's own libraries say it (stock_lua.h)
  // May give something where Lua's own library fails: its own limits and checks are others.
  bool more_lenient = false;
};

std::span<const HostCall> host_calls();

// A chunk that returns the function `show`, which makes one string of any results, types included, and the
// list of a function of a, b, n, m, x, list for each call. Lua calls: only those that Lua's own libraries
// know.
enum class CallSet : std::uint8_t { All, Lua };
std::string calls_chunk(CallSet set);

}  // namespace tsg::fuzz
