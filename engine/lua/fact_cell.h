// SPDX-License-Identifier: MIT
// One read of one cell: its value, nil, an empty container, or the end of the run. The table in
// docs/facts-format.md is this file.
#pragma once

#include <string>

#include "engine/lua/fact_view.h"

namespace tsg::lua {

struct CellSource {
  NodeIndex node = 0;
  std::uint32_t row = 0;  // of the object it is a member of, or the index of an item's cell
  const FactCell* cell = nullptr;
  CellState state = CellState::Absent;
  std::string path = {};  // empty: Facts::path_of(node, row) tells it
};

// Pushes what a rule gets, records evidence, or stops the run.
void push_cell(lua_State* lua, const CellSource& source);
// Pushes the view of a container; the same one for the same place.
void push_view(lua_State* lua, FactView view, const std::string& path);

// Secrets: opaque handles, equal when their values are.
void open_fact_secrets(lua_State* lua);
void push_secret(lua_State* lua, const CellSource& source);

}  // namespace tsg::lua
