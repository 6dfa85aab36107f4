// SPDX-License-Identifier: MIT
#include "tests/conform/small_network.h"

#include <fmt/format.h>

#include <algorithm>

namespace tsg::conform {

namespace {

using Json = nlohmann::ordered_json;

bool in_any(const std::vector<Block>& blocks, const Address& address) {
  return std::any_of(blocks.begin(), blocks.end(), [&](const Block& each) { return each.holds(address); });
}

Truth truth_in(const Named& named, const std::string& name, const Address& address) {
  const auto known = named.find(name);
  if (known == named.end()) return Truth::Maybe;
  return in_any(known->second, address) ? Truth::Yes : Truth::No;
}

// Publicly reachable and outside the virtual network.
Truth in_internet(const Named& tags, const Address& address) {
  if (address.block == 0) return Truth::No;
  const Truth own = truth_in(tags, "VirtualNetwork", address);
  if (own == Truth::Maybe) return Truth::Maybe;
  return own == Truth::Yes ? Truth::No : Truth::Yes;
}

Truth any_of(const World& world, const std::vector<Entry>& entries, const Address& address) {
  Truth best = Truth::No;
  for (const Entry& entry : entries) best = std::max(best, world.holds(entry, address));
  return best;
}

std::vector<Block> random_blocks(Dice& dice) {
  std::vector<Block> blocks;
  for (unsigned count = dice.below(4); count > 0; --count) blocks.push_back(random_block(dice, 5));
  return blocks;
}

Entry random_entry(Dice& dice, bool with_groups) {
  static const std::vector<std::string> tags = {"VirtualNetwork", "Internet", "Known", "Mystery"};
  const unsigned kind = dice.below(with_groups ? 10 : 9);
  if (kind == 0) return {.kind = Entry::Kind::Any};
  if (kind == 1) return {.kind = dice.one_in(2) ? Entry::Kind::AnyV4 : Entry::Kind::AnyV6};
  if (kind < 7) return {.kind = Entry::Kind::Prefix, .prefix = random_block(dice, 5)};
  if (kind < 9) return {.kind = Entry::Kind::Tag, .name = tags[dice.below(4)]};
  return {.kind = Entry::Kind::Group, .name = dice.one_in(2) ? "asg-known" : "asg-mystery"};
}

// Groups stand alone, as the platform has it.
std::vector<Entry> random_entries(Dice& dice, bool with_groups) {
  std::vector<Entry> entries = {random_entry(dice, with_groups)};
  const Entry::Kind kind = entries.front().kind;
  if (kind == Entry::Kind::Group || kind == Entry::Kind::Any) return entries;
  for (unsigned count = dice.below(3); count > 0; --count) {
    Entry more = random_entry(dice, false);
    if (more.kind != Entry::Kind::Any) entries.push_back(std::move(more));
  }
  return entries;
}

void put_side(Json& rule, const std::string& side, const std::vector<Entry>& entries) {
  if (entries.front().kind == Entry::Kind::Group) {
    rule[side + "ApplicationSecurityGroups"] =
        Json::array({{{"id", "/x/applicationSecurityGroups/" + entries.front().name}}});
    return;
  }
  if (entries.size() == 1) {
    rule[side + "AddressPrefix"] = entries.front().text();
    return;
  }
  for (const Entry& entry : entries) rule[side + "AddressPrefixes"].push_back(entry.text());
}

Json range_list(const std::vector<std::pair<unsigned, unsigned>>& ports) {
  Json list = Json::array();
  for (const auto& [first, last] : ports) {
    list.push_back(first == last ? fmt::format("{}", first) : fmt::format("{}-{}", first, last));
  }
  return list;
}

Json admin_side(const std::vector<Entry>& entries) {
  Json list = Json::array();
  for (const Entry& entry : entries) list.push_back({{"addressPrefix", entry.text()}});
  return list;
}

}  // namespace

std::string Block::text() const {
  const unsigned begin = first >> bits << bits;
  const unsigned shown = bits == 0 ? first : begin;
  const std::string address = block == 0   ? fmt::format("10.0.0.{}", shown)
                              : block == 1 ? fmt::format("198.51.100.{}", shown)
                                           : fmt::format("2001:db8::{:x}", shown);
  return bits == 0 ? address : fmt::format("{}/{}", address, length());
}

std::string Entry::text() const {
  switch (kind) {
    case Kind::Any:
      return "*";
    case Kind::AnyV4:
      return "0.0.0.0/0";
    case Kind::AnyV6:
      return "::/0";
    case Kind::Prefix:
      return prefix.text();
    case Kind::Tag:
    case Kind::Group:
      return name;
  }
  return {};
}

Truth World::holds(const Entry& entry, const Address& address) const {
  const auto sure = [](bool yes) { return yes ? Truth::Yes : Truth::No; };
  switch (entry.kind) {
    case Entry::Kind::Any:
      return Truth::Yes;
    case Entry::Kind::AnyV4:
      return sure(address.block != 2);
    case Entry::Kind::AnyV6:
      return sure(address.block == 2);
    case Entry::Kind::Prefix:
      return sure(entry.prefix.holds(address));
    case Entry::Kind::Tag:
      return entry.name == "Internet" ? in_internet(tags, address) : truth_in(tags, entry.name, address);
    case Entry::Kind::Group:
      return truth_in(groups, entry.name, address);
  }
  return Truth::No;
}

Truth SmallRule::matches(const World& world, const std::string& of, const Address& from, const Address& to,
                         std::optional<unsigned> port) const {
  if (protocol != "*" && protocol != of) return Truth::No;
  const auto holds_port = [port](const auto& range) {
    return port && range.first <= *port && *port <= range.second;
  };
  if (!ports.empty() && std::none_of(ports.begin(), ports.end(), holds_port)) return Truth::No;
  return std::min(any_of(world, sources, from), any_of(world, destinations, to));
}

Json SmallRule::group_rule() const {
  Json rule = {{"name", name},
               {"priority", priority},
               {"direction", "Inbound"},
               {"access", access},
               {"protocol", protocol},
               {"sourcePortRange", "*"},
               {"sourcePortRanges", Json::array()}};
  put_side(rule, "source", sources);
  put_side(rule, "destination", destinations);
  if (ports.empty()) {
    rule["destinationPortRange"] = "*";
  } else {
    rule["destinationPortRanges"] = range_list(ports);
  }
  return rule;
}

Json SmallRule::admin_rule() const {
  Json rule = {{"name", name},
               {"priority", priority},
               {"direction", "Inbound"},
               {"access", access},
               {"protocol", protocol == "*" ? "Any" : protocol}};
  rule["sources"] = admin_side(sources);
  rule["destinations"] = admin_side(destinations);
  rule["sourcePortRanges"] = Json::array({"0-65535"});
  rule["destinationPortRanges"] = ports.empty() ? Json::array({"0-65535"}) : range_list(ports);
  return rule;
}

Block random_block(Dice& dice, unsigned most_bits) {
  // Crowded, so that blocks cut each other.
  return {.block = dice.below(3), .first = dice.below(24), .bits = dice.below(most_bits + 1)};
}

World random_world(Dice& dice) {
  World world;
  if (!dice.one_in(4)) world.tags["VirtualNetwork"] = random_blocks(dice);
  world.tags["Known"] = random_blocks(dice);
  world.groups["asg-known"] = random_blocks(dice);
  return world;
}

SmallRule random_rule(Dice& dice, unsigned number, bool with_groups) {
  static const std::vector<std::string> protocols = {"Tcp", "Udp", "Icmp", "*", "*"};
  SmallRule rule{.name = fmt::format("r{}", number), .priority = 100 + dice.below(3900)};
  rule.access = dice.one_in(2) ? "Allow" : "Deny";
  rule.protocol = protocols[dice.below(5)];
  rule.sources = random_entries(dice, with_groups);
  rule.destinations = random_entries(dice, with_groups);
  for (unsigned count = dice.below(4); count > 0; --count) {
    const unsigned first = dice.below(40) * 10 + dice.below(2) * 65000;
    rule.ports.emplace_back(first, std::min(first + dice.below(30), 65535U));
  }
  return rule;
}

Json to_json(const Named& named) {
  Json object = Json::object();
  for (const auto& [name, blocks] : named) {
    object[name] = Json::array();
    for (const Block& block : blocks) object[name].push_back(block.text());
  }
  return object;
}

}  // namespace tsg::conform
