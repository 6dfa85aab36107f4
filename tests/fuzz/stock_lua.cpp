// SPDX-License-Identifier: MIT
#include "tests/fuzz/stock_lua.h"

#include <lua.hpp>

#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

void push_text(lua_State* lua, const std::string& text) {
  lua_pushlstring(lua, text.data(), text.size());
}

}  // namespace

StockLua::StockLua() : lua_(luaL_newstate()) {
  luaL_openlibs(lua_);
  const std::string chunk = calls_chunk(CallSet::Lua);
  const bool compiled = luaL_loadstring(lua_, chunk.c_str()) == LUA_OK && lua_pcall(lua_, 0, 1, 0) == LUA_OK;
  require(compiled, "the calls compile", compiled ? "" : lua_tostring(lua_, -1));
  lua_getfield(lua_, 1, "show");
  show_ = luaL_ref(lua_, LUA_REGISTRYINDEX);
  lua_getfield(lua_, 1, "calls");
  calls_ = luaL_ref(lua_, LUA_REGISTRYINDEX);
}

StockLua::~StockLua() {
  lua_close(lua_);
}

void StockLua::push_arguments(const Arguments& arguments) {
  push_text(lua_, arguments.a);
  push_text(lua_, arguments.b);
  lua_pushinteger(lua_, arguments.n);
  lua_pushinteger(lua_, arguments.m);
  lua_pushnumber(lua_, arguments.x);
  lua_newtable(lua_);
  for (std::size_t i = 0; i < arguments.list.size(); ++i) {
    push_text(lua_, arguments.list[i]);
    lua_rawseti(lua_, -2, static_cast<lua_Integer>(i + 1));
  }
}

// Of the results at the top, with `show` below them.
std::optional<std::string> StockLua::shown(int results) {
  if (lua_pcall(lua_, results, 1, 0) != LUA_OK) return std::nullopt;
  std::size_t size = 0;
  const char* const text = lua_tolstring(lua_, -1, &size);
  return std::string(text, size);
}

Expectation StockLua::expect(std::size_t index, const Arguments& arguments) {
  lua_settop(lua_, 0);
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, show_);
  const Oracle oracle = host_calls()[index].oracle;
  if (oracle != nullptr) {
    const int results = oracle(lua_, arguments);
    if (results < 0) return {results == refuses, std::nullopt};
    return {true, shown(results)};
  }
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, calls_);
  lua_rawgeti(lua_, -1, static_cast<lua_Integer>(index + 1));
  lua_remove(lua_, -2);
  push_arguments(arguments);
  if (lua_pcall(lua_, 6, LUA_MULTRET, 0) != LUA_OK) return {true, std::nullopt};
  return {true, shown(lua_gettop(lua_) - 1)};
}

}  // namespace tsg::fuzz
