// SPDX-License-Identifier: MIT
#include "engine/lua/fact_pool.h"

#include <algorithm>
#include <lua.hpp>

#include "engine/lua/fact_access.h"
#include "engine/lua/row_setter.h"
#include "engine/model/limits.h"

namespace tsg::lua {

FactPool::FactPool(lua_State* lua, const Catalogue& catalogue)
    : lua_(lua), catalogue_(catalogue), kinds_(catalogue.nodes.size()), tables_(catalogue.nodes.size()) {
  // A parent stands before its members.
  for (NodeIndex index = 1; index < catalogue.nodes.size(); ++index) {
    const CatalogueNode& node = catalogue.node(index);
    const Kind above = kinds_[node.parent];
    const bool reachable =
        node.parent == 0 || above == Kind::Object || (above == Kind::List && node.type == FactType::Object);
    if (!reachable) continue;
    if (node.type == FactType::Object) kinds_[index] = Kind::Object;
    if (node.type == FactType::List) kinds_[index] = Kind::List;
  }
}

const FactView* FactPool::view_of(const void* table) const {
  const auto found = views_.find(table);
  return found == views_.end() ? nullptr : found->second;
}

void FactPool::push(NodeIndex node, std::uint32_t row) {
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, tables_[node].rows);
  lua_rawgeti(lua_, -1, static_cast<lua_Integer>(row) + 1);
  lua_remove(lua_, -2);
}

bool FactPool::learn_member(NodeIndex object, NodeIndex member) {
  const FactType type = catalogue_.node(member).type;
  const bool container = type == FactType::Object || type == FactType::List;
  std::vector<NodeIndex>& learnt = container ? tables_[object].containers : tables_[object].scalars;
  if (std::find(learnt.begin(), learnt.end(), member) != learnt.end()) return true;
  if (!container && learnt.size() >= setter_members) return false;
  learnt.push_back(member);
  if (container) tables_[object].shown.clear();
  return true;
}

void FactPool::learn_items(NodeIndex list) {
  tables_[list].items_learnt = true;
}

void FactPool::fill(NodeIndex node, const Facts& facts) {
  if (is_list(node)) return fill_list(node, facts);
  fill_object(node, facts);
}

std::uint32_t FactPool::rows_of(NodeIndex node, const Facts& facts) const {
  return facts.row_count(is_list(node) ? catalogue_.node(node).parent : node);
}

void FactPool::push_metatable(NodeIndex node, bool filled) {
  Tables& tables = tables_[node];
  int& reference = filled ? tables.filled : tables.metatable;
  if (reference == 0) {
    push_fact_metatable(lua_, filled ? Length::OfTable : Length::Asked);
    reference = luaL_ref(lua_, LUA_REGISTRYINDEX);
  }
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, reference);
}

void FactPool::grow(NodeIndex node, std::uint32_t rows) {
  Tables& tables = tables_[node];
  if (tables.rows == 0) {
    lua_newtable(lua_);
    tables.rows = luaL_ref(lua_, LUA_REGISTRYINDEX);
  }
  if (tables.slots.size() >= rows) return;
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, tables.rows);
  while (tables.slots.size() < rows) {
    const auto row = static_cast<std::uint32_t>(tables.slots.size());
    const int members = is_list(node) ? 0 : static_cast<int>(catalogue_.node(node).members.size());
    lua_createtable(lua_, 0, members);
    push_metatable(node, false);
    lua_setmetatable(lua_, -2);
    tables.slots.push_back({.view = {.node = node, .row = row}});
    views_.emplace(lua_topointer(lua_, -1), &tables.slots.back().view);
    lua_rawseti(lua_, -2, static_cast<lua_Integer>(row) + 1);
  }
  lua_pop(lua_, 1);
}

// Objects -------------------------------------------------------------------------------------------------

void FactPool::push_setter(Tables& tables) {
  if (tables.setter_for != tables.scalars.size()) {
    std::vector<std::string_view> names;
    for (const NodeIndex member : tables.scalars) names.push_back(catalogue_.node(member).name);
    push_row_setter(lua_, names);
    if (tables.setter == 0) {
      tables.setter = luaL_ref(lua_, LUA_REGISTRYINDEX);
    } else {
      lua_rawseti(lua_, LUA_REGISTRYINDEX, tables.setter);
    }
    tables.setter_for = tables.scalars.size();
  }
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, tables.setter);
}

void FactPool::set_scalars(NodeIndex object, Tables& tables, const Facts& facts, std::uint32_t rows) {
  if (tables.scalars.empty() || rows == 0) return;
  push_setter(tables);
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, tables.rows);
  const int setter = lua_gettop(lua_) - 1;
  for (std::uint32_t row = 0; row < rows; ++row) {
    const FactCell* cells = facts.row(object, row);
    lua_pushvalue(lua_, setter);
    lua_rawgeti(lua_, setter + 1, static_cast<lua_Integer>(row) + 1);
    for (const NodeIndex member : tables.scalars) {
      const CatalogueNode& node = catalogue_.node(member);
      push_pooled_scalar(lua_, node.type, cells[node.column]);
    }
    lua_call(lua_, static_cast<int>(tables.scalars.size()) + 1, 0);
  }
  lua_settop(lua_, setter - 1);
}

void FactPool::set_containers(NodeIndex object, Tables& tables, const Facts& facts, std::uint32_t rows) {
  const std::size_t count = tables.containers.size();
  tables.shown.resize(std::max(tables.shown.size(), rows * count), UINT32_MAX);
  for (std::size_t i = 0; i < rows * count; ++i) {
    const auto row = static_cast<std::uint32_t>(i / count);
    const CatalogueNode& member = catalogue_.node(tables.containers[i % count]);
    const FactCell& cell = facts.row(object, row)[member.column];
    const bool present = cell.state == CellState::Present;
    const std::uint32_t below = member.type == FactType::Object ? cell.first : row;
    const std::uint32_t shows = present ? below + 1 : 0;
    if (tables.shown[i] == shows) continue;
    push(object, row);
    lua_pushlstring(lua_, member.name.data(), member.name.size());
    if (present) {
      push(tables.containers[i % count], below);
    } else {
      lua_pushnil(lua_);
    }
    lua_rawset(lua_, -3);
    lua_pop(lua_, 1);
    tables.shown[i] = shows;
  }
}

void FactPool::fill_object(NodeIndex object, const Facts& facts) {
  const std::uint32_t rows = rows_of(object, facts);
  grow(object, rows);
  Tables& tables = tables_[object];
  set_scalars(object, tables, facts, rows);
  if (!tables.containers.empty()) set_containers(object, tables, facts, rows);
}

// Lists ---------------------------------------------------------------------------------------------------

bool FactPool::push_item(NodeIndex item, std::uint32_t at, const Facts& facts) {
  const FactType type = catalogue_.node(item).type;
  if (type == FactType::Object) {
    push(item, at);
  } else {
    push_pooled_scalar(lua_, type, facts.item(item, at));
  }
  return !lua_isnil(lua_, -1);
}

// The table holds either all items, and `#` is its own, or none, and both are asked for.
void FactPool::fill_items(NodeIndex list, Slot& slot, const FactCell& cell, const Facts& facts) {
  const NodeIndex item = catalogue_.node(list).item;
  const bool rows = catalogue_.node(item).type == FactType::Object;
  const std::uint32_t size = slot.view.size;
  const bool same_rows = rows && slot.first == cell.first && slot.held > 0;
  const bool was_filled = slot.held > 0;
  push(list, slot.view.row);
  std::uint32_t held = same_rows ? std::min(slot.held, size) : 0;
  while (held < size && push_item(item, cell.first + held, facts)) {
    lua_rawseti(lua_, -2, static_cast<lua_Integer>(++held));
  }
  const bool complete = held == size && size > 0;
  if (held < size) lua_pop(lua_, 1);  // the nil of an item that a table cannot hold
  for (std::uint32_t i = complete ? size : 0; i < std::max(slot.held, held); ++i) {
    lua_pushnil(lua_);
    lua_rawseti(lua_, -2, static_cast<lua_Integer>(i) + 1);
  }
  slot.held = complete ? size : 0;
  slot.first = cell.first;
  if (complete != was_filled) {
    push_metatable(list, complete);
    lua_setmetatable(lua_, -2);
  }
  lua_pop(lua_, 1);
}

void FactPool::fill_list(NodeIndex list, const Facts& facts) {
  const std::uint32_t rows = rows_of(list, facts);
  grow(list, rows);
  Tables& tables = tables_[list];
  const CatalogueNode& node = catalogue_.node(list);
  for (std::uint32_t row = 0; row < rows; ++row) {
    const FactCell& cell = facts.row(node.parent, row)[node.column];
    Slot& slot = tables.slots[row];
    const bool present = cell.state == CellState::Present;
    slot.view.first = present ? cell.first : 0;
    slot.view.size = present ? cell.size : 0;
    if (tables.items_learnt && (present || slot.held > 0)) fill_items(list, slot, cell, facts);
  }
}

void push_pooled_scalar(lua_State* lua, FactType type, const FactCell& cell) {
  if (cell.state != CellState::Present) return lua_pushnil(lua);
  switch (type) {
    case FactType::String:
    case FactType::DateTime:
      if (cell.size > limits::pooled_string_bytes) return lua_pushnil(lua);
      lua_pushlstring(lua, cell.text, cell.size);
      return;
    case FactType::Integer:
      return lua_pushinteger(lua, cell.integer);
    case FactType::Number:
      return lua_pushnumber(lua, cell.number);
    case FactType::Boolean:
      return lua_pushboolean(lua, cell.boolean ? 1 : 0);
    case FactType::Object:
    case FactType::List:
    case FactType::Map:
      return lua_pushnil(lua);
  }
}

}  // namespace tsg::lua
