// SPDX-License-Identifier: MIT
// Sets of addresses and of ports as a rule holds them, and matchers over them: frozen userdata, made once and
// asked often. All their memory is the Lua state's, and they refer to each other only, so that one which
// outlives a run carries nothing over.
#pragma once

#include <cstdint>
#include <span>

#include "engine/text/intervals.h"

struct lua_State;

namespace tsg::lua {

using PortInterval = Interval<std::uint16_t>;
using V4Interval = Interval<std::uint32_t>;
using V6Interval = Interval<WideNumber>;

// The intervals stand behind the head: those of IPv6, then those of IPv4. Both are joined.
struct PrefixSet {
  std::uint32_t v6_count = 0;
  std::uint32_t v6_room = 0;
  std::uint32_t v4_count = 0;
  std::uint32_t v4_room = 0;

  std::span<const V6Interval> v6() const { return {v6_data(), v6_count}; }
  std::span<const V4Interval> v4() const { return {v4_data(), v4_count}; }

 private:
  const V6Interval* v6_data() const { return reinterpret_cast<const V6Interval*>(this + 1); }
  const V4Interval* v4_data() const { return reinterpret_cast<const V4Interval*>(v6_data() + v6_room); }
};

// The ranges stand behind the head, joined.
struct PortSet {
  std::uint64_t count = 0;
  std::span<const PortInterval> ranges() const {
    return {reinterpret_cast<const PortInterval*>(this + 1), count};
  }
};

// Registers the kinds in a new state.
void open_net_sets(lua_State* lua);
// Null when the value is no such set.
const PrefixSet* prefix_set_at(lua_State* lua, int index);
const PortSet* port_set_at(lua_State* lua, int index);
// A matcher of net_matcher.cpp.
bool is_matcher(lua_State* lua, int index);
// Whether the value is a set of either kind, or a matcher.
bool is_net_set(lua_State* lua, int index);

// How much of `inner` lies in `outer`.
Overlap overlap_of(const PrefixSet& outer, const PrefixSet& inner);

}  // namespace tsg::lua
