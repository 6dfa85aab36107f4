// SPDX-License-Identifier: MIT
// Facts as a rule sees them: read-only views of objects, lists and maps over the column store. A rule gets
// the root with push_facts; every read goes through here, so that contracts, missing facts and evidence have
// one place.
//
//   facts.applicationGateway.backendAddressPools[1].name
//     view of the root -> view of an Object -> view of a List -> view of an Object -> a Lua string
//
// Where a rule is proven harmless, a table of fact_tables.h stands for a view, and what it does not hold is
// asked of the same functions. A view here is either form.
//
// The same row is always the same view within a run, so `==` and `rawequal` tell whether two are the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lua/run.h"

struct lua_State;

namespace tsg::lua {

// What a view points at. Which of the fields hold depends on the type of the node.
struct FactView {
  NodeIndex node = 0;
  std::uint32_t row =
      0;  // Object: its row. List, Map: the row of the object it is a member of, or its item index
  std::uint32_t first = 0;  // List, Map: the first item
  std::uint32_t size = 0;   // List, Map: items
  bool stand_in = false;    // an absent container that reads as an empty one
  bool has_path = false;    // its path is kept as text: below a list of lists, a map of lists, or a stand-in
  std::uint64_t run = 0;
};

struct FactRoot;

// Registers the metatables of views and secrets in a new state.
void open_fact_views(lua_State* lua);
// Forgets the views of the run before and pushes the root of the facts of the run in host_of(lua): `root`
// filled anew when the run reads tables, else a view.
void push_facts(lua_State* lua, FactRoot& root);

// Null when the value is no view; stops the run when it is a view of another run.
const FactView* fact_view_at(lua_State* lua, int index);
bool is_secret(lua_State* lua, int index);
// A table that is no view of facts.
bool is_own_table(lua_State* lua, int index);
// Lua's name of a value's type; "fact" for views in either form.
const char* kind_of(lua_State* lua, int index);
FactType type_of(lua_State* lua, const FactView& view);
std::string path_of_view(lua_State* lua, int index);

// Pushes what reading the key at the top of the stack gives (and takes the key).
void push_fact_member(lua_State* lua, int view_index);
// Pushes item `number` (from 1) of a List; nil past its end.
void push_fact_item(lua_State* lua, int view_index, std::int64_t number);
// The length of a List; recorded as evidence.
std::uint32_t read_length(lua_State* lua, int view_index);
// The keys of a view in the order `pairs` gives them: members that are present, keys of a map in byte order.
// REQUIRES: an Object or a Map
std::vector<std::string> read_keys(lua_State* lua, int view_index);

}  // namespace tsg::lua
