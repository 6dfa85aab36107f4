// SPDX-License-Identifier: MIT
// net.prefix_set, net.port_set, net.outside, net.port_bounds: how sets are made and looked into.
#include "engine/lua/net_set.h"

#include <lua.hpp>
#include <optional>
#include <string_view>

#include "engine/lua/library.h"
#include "engine/lua/run.h"
#include "engine/lua/stop.h"
#include "engine/text/ip_prefix.h"
#include "engine/text/port_ranges.h"

namespace tsg::lua {

namespace {

constexpr lua_Integer items_between_looks = 4096;

PrefixSet& push_prefix_set(lua_State* lua, std::size_t v6_room, std::size_t v4_room) {
  const std::size_t bytes = sizeof(PrefixSet) + v6_room * sizeof(V6Interval) + v4_room * sizeof(V4Interval);
  if (v6_room > table_items || v4_room > table_items) raise_error(lua, "too many prefixes for one set");
  auto* set = new (lua_newuserdatauv(lua, bytes, 0)) PrefixSet();
  set->v6_room = static_cast<std::uint32_t>(v6_room);
  set->v4_room = static_cast<std::uint32_t>(v4_room);
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &host_of(lua).prefix_sets);
  lua_setmetatable(lua, -2);
  return *set;
}

PortSet& push_port_set(lua_State* lua, std::size_t room) {
  if (room > table_items) raise_error(lua, "too many ports for one set");
  auto* set = new (lua_newuserdatauv(lua, sizeof(PortSet) + room * sizeof(PortInterval), 0)) PortSet();
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &host_of(lua).port_sets);
  lua_setmetatable(lua, -2);
  return *set;
}

V6Interval* v6_data(PrefixSet& set) {
  return reinterpret_cast<V6Interval*>(&set + 1);
}
V4Interval* v4_data(PrefixSet& set) {
  return reinterpret_cast<V4Interval*>(v6_data(set) + set.v6_room);
}
PortInterval* port_data(PortSet& set) {
  return reinterpret_cast<PortInterval*>(&set + 1);
}

void close(PrefixSet& set) {
  set.v6_count = static_cast<std::uint32_t>(join(std::span(v6_data(set), set.v6_count)));
  set.v4_count = static_cast<std::uint32_t>(join(std::span(v4_data(set), set.v4_count)));
}

void add(PrefixSet& set, const PrefixSet& more) {
  for (const V6Interval& each : more.v6()) v6_data(set)[set.v6_count++] = each;
  for (const V4Interval& each : more.v4()) v4_data(set)[set.v4_count++] = each;
}

void add(PrefixSet& set, const IpPrefix& prefix) {
  if (prefix.family == IpFamily::V4) {
    v4_data(set)[set.v4_count++] = v4_interval(prefix);
  } else {
    v6_data(set)[set.v6_count++] = v6_interval(prefix);
  }
}

// Calls `take` with the index of each entry of the argument at 1: itself, or the items of a list.
// False when `take` refuses one, which is then at the top.
template <typename Take>
bool each_entry(lua_State* lua, Take take) {
  const bool single =
      lua_type(lua, 1) == LUA_TSTRING || lua_type(lua, 1) == LUA_TNUMBER || is_net_set(lua, 1);
  if (single) {
    lua_pushvalue(lua, 1);
    if (!take(-1)) return false;
    lua_pop(lua, 1);
    return true;
  }
  const auto length = static_cast<lua_Integer>(list_length(lua, 1));
  for (lua_Integer i = 1; i <= length; ++i) {
    push_list_item(lua, 1, i);
    if (!take(-1)) return false;
    lua_pop(lua, 1);
    if (i % items_between_looks == 0) check_deadline(lua);
  }
  return true;
}

int push_refused(lua_State* lua) {
  lua_pushnil(lua);
  lua_insert(lua, -2);
  return 2;
}

struct Room {
  std::size_t v6 = 0;
  std::size_t v4 = 0;
};

bool count_prefixes(lua_State* lua, int index, Room& room) {
  if (const PrefixSet* set = prefix_set_at(lua, index)) {
    room.v6 += set->v6_count;
    room.v4 += set->v4_count;
    return true;
  }
  const auto prefix = parse_ip_prefix(string_argument(lua, index));
  if (prefix) ++(prefix->family == IpFamily::V4 ? room.v4 : room.v6);
  return prefix.has_value();
}

// Two rounds: one counts and refuses, one fills what was allocated once.
int net_prefix_set(lua_State* lua) {
  lua_settop(lua, 1);
  Room room;
  if (!each_entry(lua, [&](int index) { return count_prefixes(lua, index, room); })) return push_refused(lua);
  PrefixSet& set = push_prefix_set(lua, room.v6, room.v4);
  each_entry(lua, [&](int index) {
    if (const PrefixSet* more = prefix_set_at(lua, index)) {
      add(set, *more);
    } else if (const auto prefix = parse_ip_prefix(string_argument(lua, index))) {
      add(set, *prefix);
    }
    return true;
  });
  close(set);
  return 1;
}

int net_outside(lua_State* lua) {
  const PrefixSet* set = prefix_set_at(lua, 1);
  luaL_argexpected(lua, set != nullptr, 1, "prefix set");
  PrefixSet& rest = push_prefix_set(lua, set->v6_count + std::size_t{1}, set->v4_count + std::size_t{1});
  rest.v6_count = static_cast<std::uint32_t>(invert(set->v6(), std::span(v6_data(rest), rest.v6_room)));
  rest.v4_count = static_cast<std::uint32_t>(invert(set->v4(), std::span(v4_data(rest), rest.v4_room)));
  return 1;
}

// Calls `take` with each range of the entry at `index`; false when it cannot be read.
template <typename Take>
bool each_range(lua_State* lua, int index, Take take) {
  if (const PortSet* set = port_set_at(lua, index)) {
    for (const PortInterval& range : set->ranges()) take(range);
    return true;
  }
  return each_port_range(string_argument(lua, index), take);
}

int net_port_set(lua_State* lua) {
  lua_settop(lua, 1);
  std::size_t room = 0;
  const auto count = [&](int index) { return each_range(lua, index, [&](const PortInterval&) { ++room; }); };
  if (!each_entry(lua, count)) return push_refused(lua);
  PortSet& set = push_port_set(lua, room);
  each_entry(lua, [&](int index) {
    return each_range(lua, index, [&set](const PortInterval& range) { port_data(set)[set.count++] = range; });
  });
  set.count = join(std::span(port_data(set), set.count));
  return 1;
}

int net_port_bounds(lua_State* lua) {
  const PortSet* set = port_set_at(lua, 1);
  luaL_argexpected(lua, set != nullptr, 1, "port set");
  lua_createtable(lua, static_cast<int>(set->count * 2), 0);
  lua_Integer count = 0;
  for (const PortInterval& range : set->ranges()) {
    lua_pushinteger(lua, range.first);
    lua_rawseti(lua, -2, ++count);
    lua_pushinteger(lua, range.last);
    lua_rawseti(lua, -2, ++count);
  }
  return 1;
}

// The metatable says nothing to a rule: a set cannot be indexed, written, counted or joined.
const void* make_kind(lua_State* lua, const void* key, const char* name) {
  lua_createtable(lua, 0, 1);
  lua_pushstring(lua, name);
  lua_setfield(lua, -2, "__name");
  const void* kind = lua_topointer(lua, -1);
  lua_rawsetp(lua, LUA_REGISTRYINDEX, key);
  return kind;
}

const void* set_of_kind(lua_State* lua, int index, const void* kind) {
  if (lua_type(lua, index) != LUA_TUSERDATA || lua_getmetatable(lua, index) == 0) return nullptr;
  const bool same = lua_topointer(lua, -1) == kind;
  lua_pop(lua, 1);
  return same ? lua_touserdata(lua, index) : nullptr;
}

// What holds for all intervals of `inner`: All, None, or else Some.
template <typename Number>
void look(std::span<const Interval<Number>> outer, std::span<const Interval<Number>> inner, bool& all,
          bool& none) {
  for (const Interval<Number>& each : inner) {
    const Overlap overlap = overlap_of(outer, each);
    all = all && overlap == Overlap::All;
    none = none && overlap == Overlap::None;
  }
}

}  // namespace

void open_net_sets(lua_State* lua) {
  Host& host = host_of(lua);
  host.prefix_sets = make_kind(lua, &host.prefix_sets, "prefix set");
  host.port_sets = make_kind(lua, &host.port_sets, "port set");
  host.matchers = make_kind(lua, &host.matchers, "matcher");
}

const PrefixSet* prefix_set_at(lua_State* lua, int index) {
  return static_cast<const PrefixSet*>(set_of_kind(lua, index, host_of(lua).prefix_sets));
}
const PortSet* port_set_at(lua_State* lua, int index) {
  return static_cast<const PortSet*>(set_of_kind(lua, index, host_of(lua).port_sets));
}
bool is_net_set(lua_State* lua, int index) {
  return prefix_set_at(lua, index) != nullptr || port_set_at(lua, index) != nullptr || is_matcher(lua, index);
}

Overlap overlap_of(const PrefixSet& outer, const PrefixSet& inner) {
  bool all = inner.v6_count + inner.v4_count > 0;
  bool none = true;
  look(outer.v6(), inner.v6(), all, none);
  look(outer.v4(), inner.v4(), all, none);
  if (none) return Overlap::None;
  return all ? Overlap::All : Overlap::Some;
}

void add_net_sets(lua_State* lua) {
  const luaL_Reg functions[] = {{"prefix_set", net_prefix_set},
                                {"port_set", net_port_set},
                                {"outside", net_outside},
                                {"port_bounds", net_port_bounds},
                                {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
