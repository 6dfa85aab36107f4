// SPDX-License-Identifier: MIT
#include <lua.hpp>

#include "engine/lua/fact_cell.h"
#include "engine/lua/stop.h"

namespace tsg::lua {

namespace {

constexpr const char* secret_metatable = "tsg.secret";

// Points at the cell; the value itself never enters the Lua heap.
struct Secret {
  NodeIndex node = 0;
  const FactCell* cell = nullptr;
  std::uint64_t run = 0;
};

const Secret& secret_at(lua_State* lua, int index) {
  const auto* secret = static_cast<const Secret*>(luaL_testudata(lua, index, secret_metatable));
  if (secret == nullptr || secret->run != host_of(lua).run.serial)
    stop_error(lua, "a fact of another run was read");
  return *secret;
}

bool equal_values(FactType type, const FactCell& a, const FactCell& b) {
  switch (type) {
    case FactType::Integer:
      return a.integer == b.integer;
    case FactType::Number:
      return a.number == b.number;
    case FactType::Boolean:
      return a.boolean == b.boolean;
    case FactType::String:
    case FactType::DateTime:
      return a.string() == b.string();
    case FactType::Object:
    case FactType::List:
    case FactType::Map:
      return false;
  }
  return false;
}

int secret_equal(lua_State* lua) {
  bool equal = false;
  if (is_secret(lua, 1) && is_secret(lua, 2)) {
    const Secret& a = secret_at(lua, 1);
    const Secret& b = secret_at(lua, 2);
    const Catalogue& catalogue = host_of(lua).run.facts->catalogue();
    const FactType type = catalogue.node(a.node).type;
    equal = type == catalogue.node(b.node).type && equal_values(type, *a.cell, *b.cell);
  }
  lua_pushboolean(lua, equal ? 1 : 0);
  return 1;
}

int refuse(lua_State* lua) {
  stop_error(lua, "a secret fact can be compared with == and with nil, and nothing else");
}

}  // namespace

void open_fact_secrets(lua_State* lua) {
  luaL_newmetatable(lua, secret_metatable);
  const luaL_Reg metamethods[] = {{"__eq", secret_equal}, {"__index", refuse},  {"__newindex", refuse},
                                  {"__len", refuse},      {"__concat", refuse}, {"__call", refuse},
                                  {"__lt", refuse},       {"__le", refuse},     {nullptr, nullptr}};
  luaL_setfuncs(lua, metamethods, 0);
  lua_pop(lua, 1);
}

void push_secret(lua_State* lua, const CellSource& source) {
  const Secret secret{.node = source.node, .cell = source.cell, .run = host_of(lua).run.serial};
  *static_cast<Secret*>(lua_newuserdatauv(lua, sizeof(Secret), 0)) = secret;
  luaL_setmetatable(lua, secret_metatable);
}

bool is_secret(lua_State* lua, int index) {
  return luaL_testudata(lua, index, secret_metatable) != nullptr;
}

}  // namespace tsg::lua
