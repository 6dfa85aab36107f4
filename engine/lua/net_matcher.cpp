// SPDX-License-Identifier: MIT
// net.matcher, net.next_match: the rows of a rule list that a flow can meet, found without a step of Lua for
// each of the others. A row excludes a flow by its protocol, its port or an address; what is left is for the
// rule to judge.
#include <algorithm>
#include <cstring>
#include <initializer_list>
#include <lua.hpp>
#include <optional>
#include <string_view>

#include "engine/lua/library.h"
#include "engine/lua/net_set.h"
#include "engine/lua/run.h"
#include "engine/lua/stop.h"
#include "engine/text/ascii.h"
#include "engine/text/ip_prefix.h"

namespace tsg::lua {

namespace {

constexpr std::size_t protocol_bytes = 15;  // a longer name excludes nothing

// Parts that are null take anything. The sets are kept alive by the matcher's user value.
struct Row {
  const PortSet* ports = nullptr;
  const PrefixSet* source = nullptr;
  const PrefixSet* destination = nullptr;
  std::uint8_t protocol_size = 0;
  bool open = false;  // the rule knows more than the row says: no match is certain
  char protocol[protocol_bytes] = {};
};

struct Matcher {
  std::uint64_t count = 0;
  const Row* rows() const { return reinterpret_cast<const Row*>(this + 1); }
};

// An address is a set, a prefix as text, or neither: nobody knows it.
struct Side {
  const PrefixSet* set = nullptr;
  std::optional<IpPrefix> prefix = {};
  bool readable = true;
};

struct Flow {
  std::string_view protocol = {};
  bool any_protocol = false;
  std::optional<std::uint16_t> port = {};
  Side source = {};
  Side destination = {};
};

const Matcher& matcher_at(lua_State* lua, int index) {
  if (!is_matcher(lua, index)) raise_error(lua, "a matcher is expected, as net.matcher gives it");
  return *static_cast<const Matcher*>(lua_touserdata(lua, index));
}

// Pushes the member and keeps it in the table at `kept`, under the next number.
void push_member(lua_State* lua, int row, const char* name, int kept) {
  lua_getfield(lua, row, name);
  if (lua_type(lua, -1) != LUA_TUSERDATA) return;
  lua_pushvalue(lua, -1);
  lua_rawseti(lua, kept, static_cast<lua_Integer>(lua_rawlen(lua, kept)) + 1);
}

const PrefixSet* prefix_member(lua_State* lua, int row, const char* name, int kept) {
  push_member(lua, row, name, kept);
  const PrefixSet* set = prefix_set_at(lua, -1);
  if (set == nullptr && !lua_isnil(lua, -1))
    raise_error(lua, "net.matcher: an address part is no prefix set");
  lua_pop(lua, 1);
  return set;
}

const PortSet* port_member(lua_State* lua, int row, const char* name, int kept) {
  push_member(lua, row, name, kept);
  const PortSet* set = port_set_at(lua, -1);
  if (set == nullptr && !lua_isnil(lua, -1)) raise_error(lua, "net.matcher: a port part is no port set");
  lua_pop(lua, 1);
  return set;
}

Row read_row(lua_State* lua, int index, int kept) {
  if (lua_type(lua, index) != LUA_TTABLE) raise_error(lua, "net.matcher takes a list of tables");
  Row row;
  row.ports = port_member(lua, index, "ports", kept);
  row.source = prefix_member(lua, index, "source", kept);
  row.destination = prefix_member(lua, index, "destination", kept);
  lua_getfield(lua, index, "open");
  row.open = lua_toboolean(lua, -1) != 0;
  lua_getfield(lua, index, "protocol");
  if (!lua_isnil(lua, -1)) {
    const std::string_view protocol = string_argument(lua, -1);
    row.open = row.open || protocol.size() > protocol_bytes;
    if (protocol.size() <= protocol_bytes) {
      row.protocol_size = static_cast<std::uint8_t>(protocol.size());
      std::memcpy(row.protocol, protocol.data(), protocol.size());
    }
  }
  lua_pop(lua, 2);
  return row;
}

int net_matcher(lua_State* lua) {
  lua_settop(lua, 1);
  const std::size_t count = list_length(lua, 1);
  if (count > table_items) raise_error(lua, "too many rows for one matcher");
  void* block = lua_newuserdatauv(lua, sizeof(Matcher) + count * sizeof(Row), 1);
  auto* matcher = new (block) Matcher();
  lua_newtable(lua);
  auto* rows = reinterpret_cast<Row*>(matcher + 1);
  for (std::size_t i = 0; i < count; ++i) {
    push_list_item(lua, 1, static_cast<long long>(i) + 1);
    new (rows + i) Row(read_row(lua, 4, 3));
    lua_pop(lua, 1);
  }
  matcher->count = count;
  lua_setiuservalue(lua, 2, 1);
  lua_rawgetp(lua, LUA_REGISTRYINDEX, &host_of(lua).matchers);
  lua_setmetatable(lua, 2);
  return 1;
}

Side side_argument(lua_State* lua, int index) {
  Side side;
  side.set = prefix_set_at(lua, index);
  if (side.set != nullptr || lua_isnil(lua, index)) return side;
  side.prefix = parse_ip_prefix(string_argument(lua, index));
  side.readable = side.prefix.has_value();
  return side;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view each) { return equal_ignoring_case(word, each); });
}

Flow read_flow(lua_State* lua) {
  Flow flow;
  flow.protocol = string_argument(lua, 3);
  const bool usual = is_one_of(flow.protocol, {"tcp", "udp"});
  flow.any_protocol = !usual && is_one_of(flow.protocol, {"*", "any", "all"});
  const bool has_ports = usual || !is_one_of(flow.protocol, {"icmp", "icmpv6", "esp", "ah"});
  if (has_ports && !lua_isnil(lua, 4)) {
    const lua_Integer port = luaL_checkinteger(lua, 4);
    if (port >= 0 && port <= 65535) flow.port = static_cast<std::uint16_t>(port);
  }
  flow.source = side_argument(lua, 5);
  flow.destination = side_argument(lua, 6);
  return flow;
}

Overlap overlap_with(const PrefixSet* part, const Side& side) {
  if (part == nullptr) return Overlap::All;
  if (side.set != nullptr) return overlap_of(*part, *side.set);
  if (!side.prefix) return Overlap::Some;
  return side.prefix->family == IpFamily::V4 ? overlap_of(part->v4(), v4_interval(*side.prefix))
                                             : overlap_of(part->v6(), v6_interval(*side.prefix));
}

Overlap overlap_of_protocol(const Row& row, const Flow& flow) {
  const std::string_view protocol(row.protocol, row.protocol_size);
  if (protocol.empty() || equal_ignoring_case(protocol, flow.protocol)) return Overlap::All;
  return flow.any_protocol ? Overlap::Some : Overlap::None;
}

Overlap overlap_of_port(const Row& row, const Flow& flow) {
  if (row.ports == nullptr) return Overlap::All;
  if (!flow.port) return Overlap::Some;
  return overlap_of(row.ports->ranges(), PortInterval{*flow.port, *flow.port});
}

// All: the row takes the flow for certain. None: it does not.
Overlap look(const Row& row, const Flow& flow) {
  const Overlap protocol = overlap_of_protocol(row, flow);
  if (protocol == Overlap::None) return Overlap::None;
  const Overlap port = overlap_of_port(row, flow);
  if (port == Overlap::None) return Overlap::None;
  const Overlap destination = overlap_with(row.destination, flow.destination);
  if (destination == Overlap::None) return Overlap::None;
  const Overlap source = overlap_with(row.source, flow.source);
  if (source == Overlap::None) return Overlap::None;
  return row.open ? Overlap::Some : std::min({protocol, port, destination, source});
}

// The number of the first row from `from` on that does not exclude the flow, and whether it takes all of it
// for certain; nil when there is none, or an address cannot be read.
int net_next_match(lua_State* lua) {
  lua_settop(lua, 6);
  const Matcher& matcher = matcher_at(lua, 1);
  const lua_Integer from = luaL_checkinteger(lua, 2);
  luaL_argcheck(lua, from >= 1, 2, "rows are counted from 1");
  const Flow flow = read_flow(lua);
  if (!flow.source.readable || !flow.destination.readable) {
    lua_pushnil(lua);
    return 1;
  }
  for (auto at = static_cast<std::uint64_t>(from); at <= matcher.count; ++at) {
    const Overlap overlap = look(matcher.rows()[at - 1], flow);
    if (overlap == Overlap::None) continue;
    lua_pushinteger(lua, static_cast<lua_Integer>(at));
    lua_pushboolean(lua, overlap == Overlap::All ? 1 : 0);
    return 2;
  }
  lua_pushnil(lua);
  return 1;
}

}  // namespace

bool is_matcher(lua_State* lua, int index) {
  if (lua_type(lua, index) != LUA_TUSERDATA || lua_getmetatable(lua, index) == 0) return false;
  const bool same = lua_topointer(lua, -1) == host_of(lua).matchers;
  lua_pop(lua, 1);
  return same;
}

void add_net_matcher(lua_State* lua) {
  const luaL_Reg functions[] = {{"matcher", net_matcher}, {"next_match", net_next_match}, {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
