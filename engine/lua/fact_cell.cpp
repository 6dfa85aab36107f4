// SPDX-License-Identifier: MIT
#include "engine/lua/fact_cell.h"

#include <fmt/format.h>
#include <lua.hpp>

#include "engine/lua/fact_need.h"
#include "engine/lua/stop.h"
#include "engine/model/limits.h"

namespace tsg::lua {

namespace {

const Facts& facts_of(lua_State* lua) {
  return *host_of(lua).run.facts;
}

const CatalogueNode& node_of(lua_State* lua, const CellSource& source) {
  return facts_of(lua).catalogue().node(source.node);
}

std::string path_of(lua_State* lua, const CellSource& source) {
  return source.path.empty() ? facts_of(lua).path_of(source.node, source.row) : source.path;
}

void record(lua_State* lua, const CellSource& source, std::string_view text) {
  EvidenceRecorder* evidence = host_of(lua).run.evidence;
  if (evidence != nullptr) evidence->record(source.node, path_of(lua, source), text);
}

[[noreturn]] void stop_missing(lua_State* lua, const CellSource& source, CellState state) {
  stop_unknown(lua, need_of(facts_of(lua), source.node, path_of(lua, source), *source.cell, state));
}

// An absent container without an entry of its own, or a document that is known to be nothing.
void push_empty_container(lua_State* lua, const CellSource& source) {
  const FactView empty{.node = source.node,
                       .row = source.row,
                       .first = 0,
                       .size = 0,
                       .stand_in = true,
                       .has_path = true,
                       .run = 0};
  push_view(lua, empty, path_of(lua, source));
}

void push_null_document(lua_State* lua, const CellSource& source) {
  record(lua, source, "(null)");
  if (node_of(lua, source).type == FactType::List) return push_empty_container(lua, source);
  lua_pushnil(lua);
}

void push_missing(lua_State* lua, const CellSource& source) {
  const CatalogueNode& node = node_of(lua, source);
  const bool document = node.parent == 0;
  if (document && source.state == CellState::Null) return push_null_document(lua, source);
  const bool optional = node.declared && !node.required;
  if (node.required || (document && !optional)) stop_missing(lua, source, source.state);
  record(lua, source, "(absent)");
  if (!node.declared && is_container(node.type)) return push_empty_container(lua, source);
  lua_pushnil(lua);
}

void push_string(lua_State* lua, const CellSource& source) {
  const std::string_view text = source.cell->string();
  if (text.size() > limits::rule_string_bytes) stop_missing(lua, source, CellState::Withheld);
  record(lua, source, text);
  lua_pushlstring(lua, text.data(), text.size());
}

void push_integer(lua_State* lua, const CellSource& source) {
  record(lua, source, fmt::format("{}", source.cell->integer));
  lua_pushinteger(lua, source.cell->integer);
}

void push_number(lua_State* lua, const CellSource& source) {
  record(lua, source, fmt::format("{}", source.cell->number));
  lua_pushnumber(lua, source.cell->number);
}

void push_boolean(lua_State* lua, const CellSource& source) {
  record(lua, source, source.cell->boolean ? "true" : "false");
  lua_pushboolean(lua, source.cell->boolean ? 1 : 0);
}

void push_container(lua_State* lua, const CellSource& source) {
  FactView view{
      .node = source.node, .row = source.row, .first = source.cell->first, .size = source.cell->size};
  view.has_path = !source.path.empty();
  if (node_of(lua, source).type == FactType::Object) {
    view.row = source.cell->first;
    view.size = 0;
  }
  push_view(lua, view, source.path);
}

void push_leaf(lua_State* lua, const CellSource& source) {
  const CatalogueNode& node = node_of(lua, source);
  if (node.data_class == DataClass::Secret) {
    record(lua, source, "(secret)");
    return push_secret(lua, source);
  }
  if (node.type == FactType::Integer) return push_integer(lua, source);
  if (node.type == FactType::Number) return push_number(lua, source);
  if (node.type == FactType::Boolean) return push_boolean(lua, source);
  push_string(lua, source);
}

}  // namespace

void push_cell(lua_State* lua, const CellSource& source) {
  switch (source.state) {
    case CellState::Absent:
    case CellState::Null:
      return push_missing(lua, source);
    case CellState::Present:
      break;
    case CellState::WrongType:
    case CellState::Conflict:
    case CellState::Withheld:
    case CellState::Stale:
      stop_missing(lua, source, source.state);
  }
  if (is_container(node_of(lua, source).type)) return push_container(lua, source);
  push_leaf(lua, source);
}

}  // namespace tsg::lua
