// SPDX-License-Identifier: MIT
#include "engine/lua/statelessness.h"

#include <lua.hpp>

#include "engine/lua/frozen.h"
#include "engine/lua/net_set.h"
#include "engine/lua/upvalue_writes.h"

namespace tsg::lua {

namespace {

// A worklist in two Lua tables: `queue_` holds functions and real tables that are still to be looked into.
class Walk {
 public:
  explicit Walk(lua_State* lua) : lua_(lua) {
    luaL_checkstack(lua_, 20, nullptr);
    lua_newtable(lua_);
    seen_ = lua_gettop(lua_);
    lua_newtable(lua_);
    queue_ = lua_gettop(lua_);
  }

  // Replaces a table at the top by its face; queues what must be looked into.
  void take_top() {
    switch (lua_type(lua_, -1)) {
      case LUA_TNIL:
      case LUA_TBOOLEAN:
      case LUA_TNUMBER:
      case LUA_TSTRING:
        return;
      case LUA_TFUNCTION:
        return take_function();
      case LUA_TTABLE:
        return take_table();
      case LUA_TUSERDATA:  // a set cannot change; any other object of the host belongs to a run
        stateful_ = stateful_ || !is_net_set(lua_, -1);
        return;
      default:
        stateful_ = true;
    }
  }

  Statefulness finish() {
    while (!stateful_ && taken_ < queued_) {
      lua_rawgeti(lua_, queue_, ++taken_);
      if (lua_type(lua_, -1) == LUA_TTABLE) {
        look_into_table();
      } else {
        look_into_function();
      }
      lua_pop(lua_, 1);
    }
    return stateful_ ? Statefulness::Stateful : Statefulness::Stateless;
  }

 private:
  void queue_top() {
    lua_pushvalue(lua_, -1);
    if (lua_rawget(lua_, seen_) == LUA_TNIL) {
      lua_pushvalue(lua_, -2);
      lua_pushboolean(lua_, 1);
      lua_rawset(lua_, seen_);
      lua_pushvalue(lua_, -2);
      lua_rawseti(lua_, queue_, ++queued_);
    }
    lua_pop(lua_, 1);
  }

  void take_function() {
    if (lua_iscfunction(lua_, -1) == 0) return queue_top();
    if (lua_getupvalue(lua_, -1, 1) == nullptr) return;
    lua_pop(lua_, 1);
    stateful_ = true;
  }

  void take_table() {
    if (is_frozen(lua_, -1)) return;
    if (lua_getmetatable(lua_, -1) != 0) {
      lua_pop(lua_, 1);
      stateful_ = true;
      return;
    }
    queue_top();
    freeze_top(lua_);
  }

  // Assigning to a member that is there is allowed while lua_next walks.
  void look_into_table() {
    const int table = lua_gettop(lua_);
    lua_pushnil(lua_);
    while (!stateful_ && lua_next(lua_, table) != 0) {
      const int key = lua_type(lua_, -2);
      if (key == LUA_TTABLE || key == LUA_TUSERDATA || key == LUA_TFUNCTION) stateful_ = true;
      take_top();
      lua_pushvalue(lua_, -2);
      lua_insert(lua_, -2);
      lua_rawset(lua_, table);
    }
    lua_settop(lua_, table);
  }

  void look_into_function() {
    const int function = lua_gettop(lua_);
    if (assigns_upvalues(lua_)) stateful_ = true;
    for (int i = 1; !stateful_ && lua_getupvalue(lua_, function, i) != nullptr; ++i) {
      take_top();
      lua_setupvalue(lua_, function, i);
    }
    lua_settop(lua_, function);
  }

  lua_State* lua_;
  int seen_ = 0;
  int queue_ = 0;
  lua_Integer queued_ = 0;
  lua_Integer taken_ = 0;
  bool stateful_ = false;
};

}  // namespace

Statefulness freeze_reachable(lua_State* lua) {
  const int value = lua_gettop(lua);
  Walk walk(lua);
  lua_pushvalue(lua, value);
  walk.take_top();
  lua_replace(lua, value);
  const Statefulness statefulness = walk.finish();
  lua_settop(lua, value);
  return statefulness;
}

}  // namespace tsg::lua
