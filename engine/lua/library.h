// SPDX-License-Identifier: MIT
// The functions a rule can call (docs/rule-format.md lists them), one C++ file a group. Each function here
// adds its group to the table at the top of the stack. All are plain C functions without upvalues: they carry
// no state.
#pragma once

#include <cstddef>
#include <string_view>

struct lua_State;

namespace tsg::lua {

inline constexpr std::size_t repeated_bytes = 4U << 20U;  // the longest string.rep gives
inline constexpr std::size_t table_items = 1U << 24U;     // the most a table function touches in one call
inline constexpr int unpacked_items = 8000;               // the most table.unpack and select give

void add_base_functions(lua_State* lua);
void add_pairs_functions(lua_State* lua);
void add_string_functions(lua_State* lua);
void add_string_format(lua_State* lua);
void add_table_functions(lua_State* lua);
void add_table_sort(lua_State* lua);
void add_text_functions(lua_State* lua);
void add_net_functions(lua_State* lua);
void add_net_sets(lua_State* lua);
void add_net_matcher(lua_State* lua);
void add_time_functions(lua_State* lua);
void add_verdict_functions(lua_State* lua);

// The string argument at `index`; a Lua error when it is none. Numbers are taken as their text.
std::string_view string_argument(lua_State* lua, int index);
void push_string(lua_State* lua, std::string_view text);

// A list: a table of the rule's own, a frozen one, or a list of facts. Raises when the value is none of
// these.
std::size_t list_length(lua_State* lua, int index);
// Pushes item `number`, from 1.
void push_list_item(lua_State* lua, int index, long long number);

}  // namespace tsg::lua
