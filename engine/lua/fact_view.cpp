// SPDX-License-Identifier: MIT
#include "engine/lua/fact_view.h"

#include <fmt/format.h>
#include <algorithm>
#include <lua.hpp>

#include "engine/lua/fact_access.h"
#include "engine/lua/fact_cell.h"
#include "engine/lua/fact_need.h"
#include "engine/lua/fact_tables.h"
#include "engine/lua/stop.h"
#include "engine/model/secret_keys.h"
#include "engine/text/suggestion.h"

namespace tsg::lua {

namespace {

constexpr const char* view_metatable = "tsg.fact";
const char views_key = 0;  // registry: the views of this run, by node and row

int view_index(lua_State* lua) {
  push_fact_member(lua, 1);
  return 1;
}

// A read that a table of the pool could not answer.
int table_index(lua_State* lua) {
  lua_settop(lua, 2);
  lua_pushvalue(lua, 2);
  push_fact_member(lua, 1);
  if (FactTables* tables = host_of(lua).run.tables) tables->remember(1, 2, lua_gettop(lua));
  return 1;
}

int view_newindex(lua_State* lua) {
  const std::string path = path_of_view(lua, 1);
  stop_error(lua,
             path.empty() ? "facts cannot be written" : fmt::format("facts cannot be written (`{}`)", path));
}

int view_len(lua_State* lua) {
  lua_pushinteger(lua, read_length(lua, 1));
  return 1;
}

const Facts& facts_of(lua_State* lua) {
  return *host_of(lua).run.facts;
}

const CatalogueNode& node_of(lua_State* lua, const FactView& view) {
  return facts_of(lua).catalogue().node(view.node);
}

std::string with_member(const std::string& above, std::string_view member) {
  return above.empty() ? std::string(member) : fmt::format("{}.{}", above, member);
}

[[noreturn]] void stop_undeclared(lua_State* lua, const FactView& view, const std::string& above,
                                  std::string_view name) {
  const Catalogue& catalogue = facts_of(lua).catalogue();
  std::vector<std::string> known;
  for (const NodeIndex member : catalogue.node(view.node).members)
    known.push_back(catalogue.node(member).name);
  const std::string path = with_member(above, name.substr(0, 100));
  const auto nearest = nearest_name(name, known);
  const std::string hint =
      nearest ? fmt::format("; did you mean `{}`?", with_member(above, *nearest)) : std::string();
  stop_error(lua, fmt::format("{} `{}`{}", broken_contract::undeclared, path, hint));
}

void check_access(lua_State* lua, NodeIndex node, const std::string& above) {
  const Run& run = host_of(lua).run;
  if ((*run.access)[node] != Access::Outside) return;
  const Catalogue& catalogue = run.facts->catalogue();
  stop_error(
      lua, fmt::format("reads `{}`, {}; add \"{}\" to `reads`", with_member(above, catalogue.node(node).name),
                       broken_contract::reads, prefix_of(catalogue, node)));
}

void push_object_member(lua_State* lua, int index, const FactView& view, std::string_view name) {
  const Facts& facts = facts_of(lua);
  const NodeIndex member = member_named(facts.catalogue(), view.node, name);
  if (member == no_node) stop_undeclared(lua, view, path_of_view(lua, index), name);
  if ((*host_of(lua).run.access)[member] == Access::Outside)
    check_access(lua, member, path_of_view(lua, index));
  CellSource source{.node = member, .row = view.row, .cell = nullptr, .state = CellState::Absent, .path = {}};
  static const FactCell absent = {};
  source.cell = view.stand_in ? &absent : &facts.cell(member, view.row);
  source.state = view.stand_in ? CellState::Absent : facts.state_of(member, view.row);
  if (view.has_path) source.path = with_member(path_of_view(lua, index), name);
  push_cell(lua, source);
}

// Items of scalars and containers are cells of their own; items that are objects are rows.
void push_item_at(lua_State* lua, int index, const FactView& view, std::uint32_t offset,
                  const std::string& step) {
  const Facts& facts = facts_of(lua);
  const NodeIndex item = node_of(lua, view).item;
  const bool nested =
      view.has_path || facts.catalogue().node(node_of(lua, view).parent).type != FactType::Object;
  const std::uint32_t at = view.first + offset;
  if (facts.catalogue().node(item).type == FactType::Object) {
    FactView object{
        .node = item, .row = at, .first = 0, .size = 0, .stand_in = false, .has_path = nested, .run = 0};
    push_view(lua, object, nested ? path_of_view(lua, index) + step : std::string());
    return;
  }
  const FactCell& cell = facts.item(item, at);
  push_cell(
      lua,
      {.node = item, .row = at, .cell = &cell, .state = cell.state, .path = path_of_view(lua, index) + step});
}

void push_map_member(lua_State* lua, int index, const FactView& view, std::string_view key) {
  const Facts& facts = facts_of(lua);
  const NodeIndex item = node_of(lua, view).item;
  for (std::uint32_t offset = 0; offset < view.size; ++offset) {
    if (facts.map_key(item, view.first + offset) != key) continue;
    return push_item_at(lua, index, view, offset, fmt::format(".{}", key));
  }
  Run& run = host_of(lua).run;
  if (run.evidence != nullptr)
    run.evidence->record(item, with_member(path_of_view(lua, index), key), "(absent)");
  lua_pushnil(lua);
}

bool is_present_member(lua_State* lua, const FactView& view, NodeIndex member, const std::string& above) {
  const Facts& facts = facts_of(lua);
  const CellState state = view.stand_in ? CellState::Absent : facts.state_of(member, view.row);
  if (state != CellState::Absent && state != CellState::Null) return true;
  const CatalogueNode& node = facts.catalogue().node(member);
  Run& run = host_of(lua).run;
  const bool unknown = node.required || (node.parent == 0 && !node.declared && state == CellState::Absent);
  const std::string path = with_member(above, node.name);
  if (unknown) stop_unknown(lua, need_of(facts, member, path, {}, state));
  if (run.evidence != nullptr) run.evidence->record(member, path, "(absent)");
  return false;
}

std::vector<std::string> object_keys(lua_State* lua, int index, const FactView& view) {
  const std::string above = path_of_view(lua, index);
  const Run& run = host_of(lua).run;
  std::vector<std::string> keys;
  for (const NodeIndex member : node_of(lua, view).members) {
    if ((*run.access)[member] == Access::Outside) continue;
    if (is_present_member(lua, view, member, above))
      keys.push_back(facts_of(lua).catalogue().node(member).name);
  }
  return keys;
}

// A stand-in has no row of its own: its path tells it apart.
void push_view_key(lua_State* lua, const FactView& view, const std::string& path) {
  if (view.stand_in) {
    lua_pushlstring(lua, path.data(), path.size());
  } else {
    lua_pushinteger(lua, static_cast<lua_Integer>(std::uint64_t{view.node} << 32U | view.row));
  }
}

void record_length(lua_State* lua, int index, const FactView& view) {
  Run& run = host_of(lua).run;
  if (run.evidence == nullptr) return;
  const std::string text = fmt::format("({} item{})", view.size, view.size == 1 ? "" : "s");
  run.evidence->record(view.node, path_of_view(lua, index), text);
}

std::vector<std::string> map_keys(lua_State* lua, int index, const FactView& view) {
  const NodeIndex item = node_of(lua, view).item;
  if (secret_keys(facts_of(lua).catalogue(), view.node)) {
    stop_error(lua,
               fmt::format("the keys of `{}` are secret and cannot be listed", path_of_view(lua, index)));
  }
  record_length(lua, index, view);
  std::vector<std::string> keys;
  for (std::uint32_t offset = 0; offset < view.size; ++offset) {
    keys.emplace_back(facts_of(lua).map_key(item, view.first + offset));
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

void open_fact_views(lua_State* lua) {
  luaL_newmetatable(lua, view_metatable);
  const luaL_Reg metamethods[] = {
      {"__index", view_index}, {"__newindex", view_newindex}, {"__len", view_len}, {nullptr, nullptr}};
  luaL_setfuncs(lua, metamethods, 0);
  lua_pop(lua, 1);
  open_fact_secrets(lua);
}

void push_fact_metatable(lua_State* lua, Length length) {
  lua_createtable(lua, 0, 3);
  lua_pushcfunction(lua, table_index);
  lua_setfield(lua, -2, "__index");
  lua_pushstring(lua, view_metatable);
  lua_setfield(lua, -2, "__name");
  if (length == Length::OfTable) return;
  lua_pushcfunction(lua, view_len);
  lua_setfield(lua, -2, "__len");
}

NodeIndex member_named(const Catalogue& catalogue, NodeIndex object, std::string_view name) {
  for (const NodeIndex member : catalogue.node(object).members) {
    if (catalogue.node(member).name == name) return member;
  }
  return no_node;
}

std::string_view text_at(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TSTRING) return {};
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, index, &size);
  return {text, size};
}

void push_facts(lua_State* lua, FactRoot& root) {
  Run& run = host_of(lua).run;
  run.views_made = false;
  if (run.tables != nullptr) return run.tables->push_root(root);
  push_view(lua, {}, {});
}

namespace {

// The views of this run, by node and row; made with the first one.
void push_views(lua_State* lua) {
  bool& made = host_of(lua).run.views_made;
  if (!made) {
    lua_newtable(lua);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &views_key);
    made = true;
  }
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &views_key);
}

}  // namespace

void push_view(lua_State* lua, FactView view, const std::string& path) {
  FactTables* tables = host_of(lua).run.tables;
  if (tables != nullptr && tables->holds(view)) return tables->push(view);
  push_views(lua);
  push_view_key(lua, view, path);
  if (lua_rawget(lua, -2) == LUA_TUSERDATA) {
    lua_remove(lua, -2);
    return;
  }
  lua_pop(lua, 1);
  view.run = host_of(lua).run.serial;
  *static_cast<FactView*>(lua_newuserdatauv(lua, sizeof(FactView), view.has_path ? 1 : 0)) = view;
  if (view.has_path) {
    lua_pushlstring(lua, path.data(), path.size());
    lua_setiuservalue(lua, -2, 1);
  }
  luaL_setmetatable(lua, view_metatable);
  push_view_key(lua, view, path);
  lua_pushvalue(lua, -2);
  lua_rawset(lua, -4);
  lua_remove(lua, -2);
}

const FactView* fact_view_at(lua_State* lua, int index) {
  if (lua_type(lua, index) == LUA_TTABLE) {
    const FactTables* tables = host_of(lua).run.tables;
    return tables == nullptr ? nullptr : tables->view_of(lua_topointer(lua, index));
  }
  const auto* view = static_cast<const FactView*>(luaL_testudata(lua, index, view_metatable));
  if (view == nullptr) return nullptr;
  const Run& run = host_of(lua).run;
  if (run.facts == nullptr || view->run != run.serial) stop_error(lua, "a fact of another run was read");
  return view;
}

bool is_own_table(lua_State* lua, int index) {
  return lua_type(lua, index) == LUA_TTABLE && fact_view_at(lua, index) == nullptr;
}

const char* kind_of(lua_State* lua, int index) {
  return fact_view_at(lua, index) == nullptr ? luaL_typename(lua, index) : "fact";
}

FactType type_of(lua_State* lua, const FactView& view) {
  return node_of(lua, view).type;
}

std::string path_of_view(lua_State* lua, int index) {
  const FactView& view = *fact_view_at(lua, index);
  if (view.has_path) {
    lua_getiuservalue(lua, index, 1);
    std::size_t size = 0;
    const char* text = lua_tolstring(lua, -1, &size);
    std::string path(text, size);
    lua_pop(lua, 1);
    return path;
  }
  const Facts& facts = facts_of(lua);
  return type_of(lua, view) == FactType::Object ? facts.row_path(view.node, view.row)
                                                : facts.path_of(view.node, view.row);
}

void push_fact_member(lua_State* lua, int index) {
  const FactView view = *fact_view_at(lua, index);
  const FactType type = type_of(lua, view);
  if (type == FactType::List) {
    if (lua_type(lua, -1) != LUA_TNUMBER || lua_isinteger(lua, -1) == 0) {
      stop_error(lua, fmt::format("`{}` is a list: read it with an integer", path_of_view(lua, index)));
    }
    return push_fact_item(lua, index, lua_tointeger(lua, -1));
  }
  if (lua_type(lua, -1) != LUA_TSTRING) {
    stop_error(
        lua, fmt::format("`{}` is {}: read it with a string", path_of_view(lua, index), expected_type(type)));
  }
  std::size_t size = 0;
  const char* text = lua_tolstring(lua, -1, &size);
  const std::string_view key(text, size);
  if (type == FactType::Object) return push_object_member(lua, index, view, key);
  push_map_member(lua, index, view, key);
}

void push_fact_item(lua_State* lua, int index, std::int64_t number) {
  const FactView view = *fact_view_at(lua, index);
  if (number < 1 || number > view.size) {
    record_length(lua, index, view);
    lua_pushnil(lua);
    return;
  }
  const auto offset = static_cast<std::uint32_t>(number - 1);
  push_item_at(lua, index, view, offset, fmt::format("[{}]", offset));
}

std::uint32_t read_length(lua_State* lua, int index) {
  const FactView view = *fact_view_at(lua, index);
  if (type_of(lua, view) != FactType::List) {
    stop_error(lua, fmt::format("`{}` is {}, which has no length", path_of_view(lua, index),
                                expected_type(type_of(lua, view))));
  }
  record_length(lua, index, view);
  return view.size;
}

std::vector<std::string> read_keys(lua_State* lua, int index) {
  const FactView view = *fact_view_at(lua, index);
  return type_of(lua, view) == FactType::Map ? map_keys(lua, index, view) : object_keys(lua, index, view);
}

}  // namespace tsg::lua
