// SPDX-License-Identifier: MIT
#include <arpa/inet.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <lua.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/fuzz/host_oracles.h"

namespace tsg::fuzz {

namespace {

// The bits of an address, one each.
struct Block {
  int family = 4;
  std::vector<bool> bits = {};
  std::size_t length = 0;
};

std::optional<Block> block_of(const std::string& text) {
  if (text.find('\0') != std::string::npos) return std::nullopt;
  std::array<unsigned char, 16> bytes = {};
  int family = 4;
  if (inet_pton(AF_INET, text.c_str(), bytes.data()) != 1) {
    family = 6;
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return std::nullopt;
  }
  Block block{family, {}, 0};
  for (std::size_t i = 0; i < (family == 4 ? 32U : 128U); ++i)
    block.bits.push_back((bytes[i / 8] >> (7 - i % 8) & 1) != 0);
  block.length = block.bits.size();
  return block;
}

// ::ffff:a.b.c.d is the IPv4 address it maps.
void unmap(Block& block) {
  if (block.family != 6) return;
  for (std::size_t i = 0; i < 96; ++i) {
    if (block.bits[i] != (i >= 80)) return;
  }
  if (block.length < 96) return;
  block.family = 4;
  block.bits.erase(block.bits.begin(), block.bits.begin() + 96);
  block.length -= 96;
}

std::optional<Block> prefix_of(const std::string& text) {
  const std::size_t slash = text.find('/');
  std::optional<Block> block = block_of(text.substr(0, slash));
  if (!block) return std::nullopt;
  if (slash != std::string::npos) {
    static const RE2 number("0|[1-9][0-9]{0,2}");
    const std::string length = text.substr(slash + 1);
    if (!RE2::FullMatch(length, number) || std::stoul(length) > block->bits.size()) return std::nullopt;
    block->length = std::stoul(length);
  }
  unmap(*block);
  return block;
}

int push_family(lua_State* lua, const std::optional<Block>& block) {
  block ? lua_pushinteger(lua, block->family) : lua_pushnil(lua);
  return 1;
}

int push_text(lua_State* lua, const char* text) {
  lua_pushstring(lua, text);
  return 1;
}

std::string folded(std::string text) {
  if (!text.empty() && text.back() == '.') text.pop_back();
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return text;
}

bool names_a_host(const std::string& text) {
  static const RE2 name(
      R"((?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)*([A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)\.?)");
  std::string last;
  if (!RE2::FullMatch(text, name, &last)) return false;
  const bool digits = last.find_first_not_of("0123456789") == std::string::npos;
  return !digits && text.size() - (text.back() == '.' ? 1 : 0) <= 253;
}

}  // namespace

int address_family(lua_State* lua, const Arguments& arguments) {
  std::optional<Block> block = block_of(arguments.a);
  if (block) unmap(*block);
  return push_family(lua, block);
}

int prefix_family(lua_State* lua, const Arguments& arguments) {
  return push_family(lua, prefix_of(arguments.a));
}

int prefix_overlap(lua_State* lua, const Arguments& arguments) {
  const std::optional<Block> rule = prefix_of(arguments.a);
  const std::optional<Block> flow = prefix_of(arguments.b);
  if (!rule || !flow) {
    lua_pushnil(lua);
    return 1;
  }
  if (rule->family != flow->family) return push_text(lua, "none");
  const std::size_t common = std::min(rule->length, flow->length);
  if (!std::equal(rule->bits.begin(), rule->bits.begin() + static_cast<std::ptrdiff_t>(common),
                  flow->bits.begin())) {
    return push_text(lua, "none");
  }
  return push_text(lua, rule->length <= flow->length ? "all" : "some");
}

int port_inside(lua_State* lua, const Arguments& arguments) {
  static const RE2 part(R"([\t-\r ]*(?:(\*)|([0-9]{1,5})[\t-\r ]*(?:-[\t-\r ]*([0-9]{1,5}))?)[\t-\r ]*)");
  std::string rest = arguments.a + ",";
  bool inside = false;
  bool readable = arguments.n >= 0 && arguments.n <= 65535;
  while (readable && !rest.empty()) {
    std::string star;
    std::string low;
    std::string high;
    const std::size_t comma = rest.find(',');
    readable = RE2::FullMatch(rest.substr(0, comma), part, &star, &low, &high);
    rest.erase(0, comma + 1);
    if (!readable || !star.empty()) {
      inside = true;
      continue;
    }
    const long first = std::stol(low);
    const long last = high.empty() ? first : std::stol(high);
    readable = last <= 65535 && first <= last;
    inside = inside || (first <= arguments.n && arguments.n <= last);
  }
  readable ? lua_pushboolean(lua, inside ? 1 : 0) : lua_pushnil(lua);
  return 1;
}

int host_matched(lua_State* lua, const Arguments& arguments) {
  const std::string pattern = folded(arguments.a);
  const std::string host = folded(arguments.b);
  const std::size_t dot = host.find('.');
  const bool wild = pattern.size() >= 2 && pattern[0] == '*' && pattern[1] == '.';
  const bool covered =
      dot != std::string::npos && dot > 0 && pattern.substr(wild ? 1 : 0) == host.substr(dot);
  lua_pushboolean(lua, !pattern.empty() && !host.empty() && (wild ? covered : pattern == host) ? 1 : 0);
  return 1;
}

int host_named(lua_State* lua, const Arguments& arguments) {
  lua_pushboolean(lua, names_a_host(arguments.a) ? 1 : 0);
  return 1;
}

// Of "https://u@" .. a .. ":443/" .. b.
int host_inside(lua_State* lua, const Arguments& arguments) {
  if (arguments.a.find_first_of("/?#\\@[]:") != std::string::npos) return unsure;
  const bool is_host = names_a_host(arguments.a) || block_of(arguments.a);
  is_host ? static_cast<void>(lua_pushlstring(lua, arguments.a.data(), arguments.a.size()))
          : lua_pushnil(lua);
  return 1;
}

}  // namespace tsg::fuzz
