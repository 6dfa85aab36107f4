// SPDX-License-Identifier: MIT
// What the two forms of facts in Lua, views and tables, have in common.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/model/catalogue.h"

struct lua_State;

namespace tsg::lua {

enum class Length : std::uint8_t {
  Asked,    // `#` goes through read_length, which also says where there is no length
  OfTable,  // the table holds all items: `#` is Lua's own
};

// Pushes the metatable of a fact table: reads that miss go through push_fact_member.
void push_fact_metatable(lua_State* lua, Length length);

// Compares exactly: rules read members as the catalogue spells them. no_node when there is none.
NodeIndex member_named(const Catalogue& catalogue, NodeIndex object, std::string_view name);

// The string at `index`; empty when it is none.
std::string_view text_at(lua_State* lua, int index);

}  // namespace tsg::lua
