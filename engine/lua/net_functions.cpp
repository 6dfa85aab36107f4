// SPDX-License-Identifier: MIT
// net.*: addresses, prefixes, ports and host names.
#include <lua.hpp>
#include <optional>
#include <string_view>

#include "engine/lua/library.h"
#include "engine/lua/net_set.h"
#include "engine/text/host_name.h"
#include "engine/text/ip_prefix.h"
#include "engine/text/port_ranges.h"

namespace tsg::lua {

namespace {

int push_family(lua_State* lua, const std::optional<IpPrefix>& prefix) {
  if (prefix) {
    lua_pushinteger(lua, static_cast<lua_Integer>(prefix->family));
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int net_is_address(lua_State* lua) {
  return push_family(lua, parse_ip_address(string_argument(lua, 1)));
}

int net_is_prefix(lua_State* lua) {
  return push_family(lua, parse_ip_prefix(string_argument(lua, 1)));
}

std::string_view name_of(Overlap overlap) {
  switch (overlap) {
    case Overlap::None:
      return "none";
    case Overlap::Some:
      return "some";
    case Overlap::All:
      return "all";
  }
  return "";
}

std::optional<Overlap> overlap_with_set(lua_State* lua, const PrefixSet& rule) {
  if (const PrefixSet* flow = prefix_set_at(lua, 2)) return overlap_of(rule, *flow);
  const auto flow = parse_ip_prefix(string_argument(lua, 2));
  if (!flow) return std::nullopt;
  return flow->family == IpFamily::V4 ? overlap_of(rule.v4(), v4_interval(*flow))
                                      : overlap_of(rule.v6(), v6_interval(*flow));
}

std::optional<Overlap> overlap_with_prefix(lua_State* lua) {
  const auto rule = parse_ip_prefix(string_argument(lua, 1));
  const auto flow = parse_ip_prefix(string_argument(lua, 2));
  if (!rule || !flow) return std::nullopt;
  return overlap_of(*rule, *flow);
}

int net_prefix_match(lua_State* lua) {
  const PrefixSet* rule = prefix_set_at(lua, 1);
  const auto overlap = rule != nullptr ? overlap_with_set(lua, *rule) : overlap_with_prefix(lua);
  if (overlap) {
    push_string(lua, name_of(*overlap));
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int net_halves(lua_State* lua) {
  const auto prefix = parse_ip_prefix(string_argument(lua, 1));
  if (!prefix || prefix->length == (prefix->family == IpFamily::V4 ? 32 : 128)) {
    lua_pushnil(lua);
    return 1;
  }
  for (const IpPrefix& half : halves_of(*prefix)) push_string(lua, to_text(half));
  return 2;
}

// A port is a number, or a string of digits as JSON often has it.
std::optional<std::uint16_t> port_argument(lua_State* lua, int index) {
  if (lua_type(lua, index) == LUA_TSTRING) return parse_port(string_argument(lua, index));
  const lua_Integer port = luaL_checkinteger(lua, index);
  if (port < 0 || port > 65535) return std::nullopt;
  return static_cast<std::uint16_t>(port);
}

int net_port_match(lua_State* lua) {
  const PortSet* set = port_set_at(lua, 1);
  const auto port = port_argument(lua, 2);
  std::optional<bool> inside;
  if (port && set != nullptr) inside = overlap_of(set->ranges(), PortInterval{*port, *port}) == Overlap::All;
  if (port && set == nullptr) inside = port_in_ranges(string_argument(lua, 1), *port);
  if (inside) {
    lua_pushboolean(lua, *inside ? 1 : 0);
  } else {
    lua_pushnil(lua);
  }
  return 1;
}

int net_host_match(lua_State* lua) {
  lua_pushboolean(lua, host_matches(string_argument(lua, 1), string_argument(lua, 2)) ? 1 : 0);
  return 1;
}

int net_host_of(lua_State* lua) {
  const std::string_view host = host_of_url(string_argument(lua, 1));
  if (host.empty()) {
    lua_pushnil(lua);
  } else {
    push_string(lua, host);
  }
  return 1;
}

int net_is_host(lua_State* lua) {
  lua_pushboolean(lua, is_host_name(string_argument(lua, 1)) ? 1 : 0);
  return 1;
}

}  // namespace

void add_net_functions(lua_State* lua) {
  const luaL_Reg functions[] = {
      {"is_address", net_is_address}, {"is_prefix", net_is_prefix}, {"prefix_match", net_prefix_match},
      {"port_match", net_port_match}, {"halves", net_halves},       {"host_match", net_host_match},
      {"host_of", net_host_of},       {"is_host", net_is_host},     {nullptr, nullptr}};
  luaL_setfuncs(lua, functions, 0);
}

}  // namespace tsg::lua
