// SPDX-License-Identifier: MIT
#include "engine/lua/fact_tables.h"

#include <algorithm>
#include <lua.hpp>

#include "engine/lua/fact_access.h"
#include "engine/model/limits.h"

namespace tsg::lua {

namespace {

// A scalar that may be kept in a table until the next document is filled.
bool may_be_kept(lua_State* lua, int value) {
  const int type = lua_type(lua, value);
  return type == LUA_TNUMBER || type == LUA_TBOOLEAN ||
         (type == LUA_TSTRING && lua_rawlen(lua, value) <= limits::pooled_string_bytes);
}

void keep(lua_State* lua, int table, int key, int value) {
  lua_pushvalue(lua, key);
  lua_pushvalue(lua, value);
  lua_rawset(lua, table);
}

}  // namespace

FactTables::FactTables(lua_State* lua, const Catalogue& catalogue)
    : lua_(lua), catalogue_(catalogue), pool_(lua, catalogue), documents_(catalogue.documents.size()) {
  // What stands below is filled first: a table holds those below it.
  for (auto node = static_cast<NodeIndex>(catalogue.nodes.size()); node-- > 1;) {
    if (pool_.pooled(node)) documents_[catalogue.node(node).document].nodes.push_back(node);
  }
}

void FactTables::begin(const Facts& facts) {
  facts_ = &facts;
  revision_ = facts.revision();
}

bool FactTables::fits(const Document& document) const {
  std::size_t cells = 0;
  for (const NodeIndex node : document.nodes) {
    if (!pool_.is_list(node)) cells += facts_->row_count(node) * (catalogue_.node(node).members.size() + 1);
  }
  return cells <= limits::pooled_cells;
}

bool FactTables::ensure(std::uint32_t number) {
  Document& document = documents_[number];
  if (document.revision == revision_) return document.fits;
  luaL_checkstack(lua_, 250, nullptr);
  document.fits = fits(document);
  if (document.fits) {
    for (const NodeIndex node : document.nodes) pool_.fill(node, *facts_);
  }
  document.revision = revision_;
  return document.fits;
}

bool FactTables::holds(const FactView& view) {
  return pool_.pooled(view.node) && !view.has_path && !view.stand_in &&
         ensure(catalogue_.node(view.node).document);
}

// Nil where the read must be judged, or gives no table.
void FactTables::push_document(NodeIndex node) {
  const CatalogueNode& declared = catalogue_.node(node);
  const FactCell& cell = facts_->cell(node, 0);
  if (facts_->state_of(node, 0) != CellState::Present) return lua_pushnil(lua_);
  if (!is_container(declared.type)) return push_pooled_scalar(lua_, declared.type, cell);
  if (!pool_.pooled(node) || !ensure(declared.document)) return lua_pushnil(lua_);
  pool_.push(node, declared.type == FactType::Object ? cell.first : 0);
}

void FactTables::push_root(FactRoot& root) {
  if (root.table == 0) {
    lua_newtable(lua_);
    push_fact_metatable(lua_, Length::Asked);
    lua_setmetatable(lua_, -2);
    roots_.emplace(lua_topointer(lua_, -1), &root);
    root.table = luaL_ref(lua_, LUA_REGISTRYINDEX);
  }
  lua_rawgeti(lua_, LUA_REGISTRYINDEX, root.table);
  if (root.revision == revision_) return;
  for (const NodeIndex document : root.read) {
    const std::string& name = catalogue_.node(document).name;
    lua_pushlstring(lua_, name.data(), name.size());
    push_document(document);
    lua_rawset(lua_, -3);
  }
  root.revision = revision_;
}

const FactView* FactTables::view_of(const void* table) const {
  if (const FactView* view = pool_.view_of(table)) return view;
  const auto root = roots_.find(table);
  return root == roots_.end() ? nullptr : &root->second->view;
}

void FactTables::remember(int table, int key, int value) {
  const void* const address = lua_topointer(lua_, table);
  const auto root = roots_.find(address);
  if (root != roots_.end()) return remember_document(*root->second, table, key, value);
  const FactView* view = pool_.view_of(address);
  if (view == nullptr || lua_isnil(lua_, value)) return;
  if (pool_.is_list(view->node)) {
    const CatalogueNode& item = catalogue_.node(catalogue_.node(view->node).item);
    const bool rows = item.type == FactType::Object;
    if (rows || (item.data_class != DataClass::Secret && !is_container(item.type)))
      pool_.learn_items(view->node);
    return;
  }
  remember_member(view->node, table, key, value);
}

void FactTables::remember_member(NodeIndex object, int table, int key, int value) {
  const NodeIndex member = member_named(catalogue_, object, text_at(lua_, key));
  if (member == no_node) return;
  const CatalogueNode& declared = catalogue_.node(member);
  if (declared.data_class == DataClass::Secret) return;
  if (is_container(declared.type)) {
    if (pool_.pooled(member) && lua_type(lua_, value) == LUA_TTABLE) pool_.learn_member(object, member);
    return;
  }
  // Only what the next filling overwrites is kept.
  if (may_be_kept(lua_, value) && pool_.learn_member(object, member)) keep(lua_, table, key, value);
}

void FactTables::remember_document(FactRoot& root, int table, int key, int value) {
  const NodeIndex document = member_named(catalogue_, 0, text_at(lua_, key));
  if (document == no_node || catalogue_.node(document).data_class == DataClass::Secret) return;
  if (lua_type(lua_, value) != LUA_TTABLE && !may_be_kept(lua_, value)) return;
  if (std::find(root.read.begin(), root.read.end(), document) == root.read.end())
    root.read.push_back(document);
  keep(lua_, table, key, value);
}

}  // namespace tsg::lua
