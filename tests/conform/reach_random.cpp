// SPDX-License-Identifier: MIT
// Kind `reach-random COUNT [SEED]`: the network modules held against small_network.h, which tries every
// address and every port.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "tests/conform/kind.h"
#include "tests/conform/reach_bench.h"
#include "tests/conform/small_network.h"

namespace tsg::conform {

namespace {

using Json = nlohmann::ordered_json;

struct Case {
  World world = {};
  std::vector<SmallRule> admin = {};
  std::vector<std::vector<SmallRule>> groups = {};  // of the subnet, of the card; the second may be missing
  std::string protocol = {};
  Block source = {};
  Block destination = {};
  std::optional<unsigned> port = {};
};

std::vector<SmallRule> in_order(std::vector<SmallRule> rules) {
  std::stable_sort(rules.begin(), rules.end(),
                   [](const SmallRule& a, const SmallRule& b) { return a.priority < b.priority; });
  return rules;
}

SmallRule default_rule(const char* name, unsigned priority, const char* access, Entry source,
                       Entry destination) {
  SmallRule rule{.name = name, .priority = priority, .access = access, .protocol = "*"};
  rule.sources = {std::move(source)};
  rule.destinations = {std::move(destination)};
  return rule;
}

// The rule for the load balancer's probes is left out: its address is in no block.
std::vector<SmallRule> with_defaults(std::vector<SmallRule> rules) {
  const Entry network{.kind = Entry::Kind::Tag, .name = "VirtualNetwork"};
  const Entry any{.kind = Entry::Kind::Any};
  rules.push_back(default_rule("AllowVnetInBound", 65000, "Allow", network, network));
  rules.push_back(default_rule("DenyAllInBound", 65500, "Deny", any, any));
  return in_order(std::move(rules));
}

// What the first match may be: the accesses of all rules that may come first, and "" when none has to.
struct First {
  std::set<std::string> accesses = {};
  std::string rule = {};  // the only one it can be
};

First first_of(const std::vector<SmallRule>& rules, const Case& one, const Address& from, const Address& to,
               std::optional<unsigned> port) {
  First first;
  for (const SmallRule& rule : rules) {
    const Truth match = rule.matches(one.world, one.protocol, from, to, port);
    if (match == Truth::No) continue;
    if (match == Truth::Yes && first.accesses.empty()) first.rule = rule.name;
    first.accesses.insert(rule.access);
    if (match == Truth::Yes) return first;
  }
  first.accesses.insert("");
  return first;
}

struct Decision {
  std::string access = {};
  std::string rule = {};
};

int severity(const std::string& access) {
  return access == "Deny" ? 3 : (access == "Unknown" ? 2 : 1);
}

Decision by_groups(const Case& one, const Address& from, const Address& to, std::optional<unsigned> port) {
  Decision decision{"Allow", ""};
  for (const std::vector<SmallRule>& group : one.groups) {
    const First first = first_of(with_defaults(group), one, from, to, port);
    const Decision own{first.accesses.size() == 1 ? *first.accesses.begin() : "Unknown", first.rule};
    if (own.access == "Deny") return own;
    if (severity(own.access) >= severity(decision.access)) decision = own;
  }
  return decision;
}

Decision decide(const Case& one, const Address& from, const Address& to, std::optional<unsigned> port) {
  const First admin = first_of(in_order(one.admin), one, from, to, port);
  std::set<std::string> accesses;
  std::string rule = admin.rule;
  for (const std::string& each : admin.accesses) {
    if (each == "Deny" || each == "AlwaysAllow") {
      accesses.insert(each == "Deny" ? "Deny" : "Allow");
      continue;
    }
    const Decision below = by_groups(one, from, to, port);
    accesses.insert(below.access);
    rule = below.rule;
  }
  if (accesses.size() > 1) return {"Unknown", ""};
  return {*accesses.begin(), admin.accesses.size() == 1 ? rule : ""};
}

template <typename Each>
void for_addresses(const Block& block, Each each) {
  const unsigned begin = block.first >> block.bits << block.bits;
  for (unsigned i = 0; i < 1U << block.bits; ++i) each(Address{block.block, begin + i});
}

Decision worst_of(const Case& one) {
  Decision worst{"", ""};
  for_addresses(one.source, [&](const Address& from) {
    for_addresses(one.destination, [&](const Address& to) {
      Decision decision = decide(one, from, to, one.port);
      if (worst.access.empty() || severity(decision.access) > severity(worst.access))
        worst = std::move(decision);
    });
  });
  return worst;
}

std::vector<SmallRule> random_rules(Dice& dice, unsigned most, bool with_groups) {
  std::vector<SmallRule> rules;
  for (unsigned count = dice.below(most + 1); count > 0; --count) {
    rules.push_back(random_rule(dice, static_cast<unsigned>(rules.size()), with_groups));
  }
  return rules;
}

Case random_case(Dice& dice) {
  Case one{.world = random_world(dice)};
  if (dice.one_in(4)) one.admin = random_rules(dice, 3, false);
  for (SmallRule& rule : one.admin) {
    if (dice.one_in(3)) rule.access = "AlwaysAllow";
  }
  for (unsigned count = dice.below(3); count > 0; --count) one.groups.push_back(random_rules(dice, 6, true));
  one.protocol = dice.one_in(8) ? "Icmp" : (dice.one_in(3) ? "Udp" : "Tcp");
  one.source = random_block(dice, 3);
  one.destination = random_block(dice, 3);
  if (one.protocol != "Icmp") one.port = dice.below(42) * 10 + dice.below(2) * 65000;
  return one;
}

Json group_json(const std::vector<SmallRule>& rules) {
  Json list = Json::array();
  for (const SmallRule& rule : rules) list.push_back(rule.group_rule());
  return {{"securityRules", list}};
}

Json facts_of(const Case& one) {
  Json admin = Json::array();
  for (const SmallRule& rule : one.admin) admin.push_back(rule.admin_rule());
  Json flow = {{"direction", "Inbound"},
               {"protocol", one.protocol},
               {"sourceAddress", one.source.text()},
               {"destinationAddress", one.destination.text()}};
  if (one.port) flow["destinationPort"] = *one.port;
  return {{"subnetNsg", one.groups.empty() ? Json() : group_json(one.groups[0])},
          {"nicNsg", one.groups.size() < 2 ? Json() : group_json(one.groups[1])},
          {"adminRules", admin},
          {"flow", flow},
          {"tags", to_json(one.world.tags)},
          {"asgs", to_json(one.world.groups)}};
}

// Nothing when module and evaluator agree.
std::string compare_decision(ReachBench& bench, Dice& dice) {
  const Case one = random_case(dice);
  const Decision expected = worst_of(one);
  const Json facts = facts_of(one);
  const Verdict verdict = bench.run("flow", facts);
  const std::string access = value_text(verdict, "Access");
  const std::string rule = value_text(verdict, "Rule");
  const bool single = one.source.bits == 0 && one.destination.bits == 0;
  const bool named = single && !expected.rule.empty() && expected.access != "Unknown";
  if (access == expected.access && (!named || rule == expected.rule)) return {};
  return fmt::format("expected {} by `{}`, got {} by `{}`: {}", expected.access, expected.rule, access, rule,
                     facts.dump());
}

// "80-90,443" of the ports with this access.
std::string ranges_of(const std::vector<std::string>& accesses, unsigned first, const std::string& wanted) {
  std::string text;
  for (std::size_t at = 0; at < accesses.size(); ++at) {
    if (accesses[at] != wanted) continue;
    const std::size_t begin = at;
    while (at + 1 < accesses.size() && accesses[at + 1] == wanted) ++at;
    text += fmt::format("{}{}", text.empty() ? "" : ",", first + begin);
    if (at > begin) text += fmt::format("-{}", first + at);
  }
  return text;
}

std::string compare_ports(ReachBench& bench, Dice& dice) {
  Case one = random_case(dice);
  one.admin.clear();
  one.groups = {random_rules(dice, 8, false)};
  one.protocol = "Tcp";
  one.source.bits = one.destination.bits = 0;
  const bool everything = dice.one_in(4);
  const unsigned first = everything ? 0 : dice.below(40) * 10 + dice.below(2) * 65000;
  const unsigned last = everything ? 65535 : std::min(first + dice.below(30) * 10, 65535U);
  std::vector<std::string> accesses;
  const Address from{one.source.block, one.source.first};
  const Address to{one.destination.block, one.destination.first};
  for (unsigned port = first; port <= last; ++port) accesses.push_back(by_groups(one, from, to, port).access);
  Json facts = facts_of(one);
  facts["ports"] = {{"first", first}, {"last", last}};
  const Verdict verdict = bench.run("ports", facts);
  const std::string expected =
      fmt::format("{} | {} | {}", ranges_of(accesses, first, "Allow"), ranges_of(accesses, first, "Deny"),
                  ranges_of(accesses, first, "Unknown"));
  const std::string got = fmt::format("{} | {} | {}", value_text(verdict, "Allowed"),
                                      value_text(verdict, "Denied"), value_text(verdict, "Unknown"));
  return got == expected ? "" : fmt::format("expected {}, got {}: {}", expected, got, facts.dump());
}

struct SmallRoute {
  std::string origin = {};
  Entry entry = {};
  std::string hop = {};
  bool active = true;
};

struct Fit {
  const SmallRoute* route = nullptr;
  int length = -1;
  int rank = 0;
};

bool is_preferred(const SmallRoute& route) {
  return route.origin == "Default" && (route.hop == "VnetLocal" || route.hop == "VNetPeering");
}

// The place of a fit among all, the best first.
std::array<int, 3> order_of(const Fit& fit) {
  const std::string& origin = fit.route->origin;
  return {-fit.length, fit.rank, origin == "User" ? 0 : (origin == "Default" ? 2 : 1)};
}

std::vector<Fit> fits_of(const World& world, const std::vector<SmallRoute>& routes, const Address& to) {
  std::vector<Fit> fits;
  for (const SmallRoute& route : routes) {
    if (!route.active) continue;
    if (route.entry.kind == Entry::Kind::Prefix && route.entry.prefix.holds(to)) {
      fits.push_back({&route, static_cast<int>(route.entry.prefix.length()), 0});
    } else if (route.entry.kind == Entry::Kind::Tag && world.tags.count(route.entry.name) > 0) {
      int longest = -1;
      for (const Block& block : world.tags.at(route.entry.name)) {
        if (block.holds(to)) longest = std::max(longest, static_cast<int>(block.length()));
      }
      if (longest >= 0) fits.push_back({&route, longest, 1});
    } else if (route.entry.kind == Entry::Kind::AnyV4 && to.block != 2) {
      fits.push_back({&route, 0, 0});
    }
  }
  return fits;
}

// "open", "none", or the hop.
std::string hop_of(const World& world, const std::vector<SmallRoute>& routes, const Address& to) {
  std::vector<Fit> fits = fits_of(world, routes, to);
  const bool preferred =
      std::any_of(fits.begin(), fits.end(), [](const Fit& fit) { return is_preferred(*fit.route); });
  if (preferred)
    std::erase_if(fits, [](const Fit& fit) { return fit.route->origin == "VirtualNetworkGateway"; });
  const auto best = std::min_element(fits.begin(), fits.end(),
                                     [](const Fit& a, const Fit& b) { return order_of(a) < order_of(b); });
  const std::string hop = best == fits.end() ? "none" : best->route->hop;
  for (const SmallRoute& route : routes) {
    const bool unknown = route.entry.kind == Entry::Kind::Tag && world.tags.count(route.entry.name) == 0;
    if (route.active && unknown && route.hop != hop) return "open";
  }
  return hop;
}

std::vector<SmallRoute> random_routes(Dice& dice) {
  static const std::vector<std::string> origins = {"User", "Default", "VirtualNetworkGateway"};
  static const std::vector<std::string> hops = {"VnetLocal", "VNetPeering", "Internet", "None",
                                                "VirtualNetworkGateway"};
  std::vector<SmallRoute> routes;
  for (unsigned count = dice.below(9); count > 0; --count) {
    SmallRoute route{.origin = origins[dice.below(3)], .hop = hops[dice.below(5)], .active = !dice.one_in(6)};
    route.entry = {.kind = Entry::Kind::Prefix, .prefix = random_block(dice, 5)};
    if (dice.one_in(6)) route.entry = {.kind = Entry::Kind::AnyV4};
    if (route.origin == "User" && dice.one_in(5))
      route.entry = {.kind = Entry::Kind::Tag, .name = dice.one_in(4) ? "Mystery" : "Known"};
    routes.push_back(std::move(route));
  }
  return routes;
}

std::string compare_route(ReachBench& bench, Dice& dice) {
  const World world = random_world(dice);
  const std::vector<SmallRoute> routes = random_routes(dice);
  const Block destination{.block = dice.below(3), .first = dice.below(24)};
  Json rows = Json::array();
  for (const SmallRoute& route : routes) {
    rows.push_back({{"source", route.origin},
                    {"state", route.active ? "Active" : "Invalid"},
                    {"addressPrefix", Json::array({route.entry.text()})},
                    {"nextHopType", route.hop}});
  }
  const Json facts = {
      {"effectiveRoutes", rows}, {"destination", destination.text()}, {"tags", to_json(world.tags)}};
  const Verdict verdict = bench.run("route", facts);
  const std::string got = verdict.option == "selected" ? value_text(verdict, "NextHop") : verdict.option;
  const std::string expected = hop_of(world, routes, {destination.block, destination.first});
  if (got == expected) return {};
  return fmt::format("expected {}, got {}: {}", expected, got, facts.dump());
}

int report(const char* what, int count, int failed) {
  fmt::print("{}: {} passed, {} failed\n", what, count - failed, failed);
  return failed;
}

int run_all(const char* what, int count, std::string (*compare)(ReachBench&, Dice&), ReachBench& bench,
            Dice& dice) {
  int failed = 0;
  for (int i = 0; i < count; ++i) {
    const std::string difference = compare(bench, dice);
    if (difference.empty()) continue;
    if (++failed <= 5) fmt::print("FAIL {} {}: {}\n", what, i, difference);
  }
  return report(what, count, failed);
}

}  // namespace

int run_reach_random(const Arguments& arguments) {
  const int count = std::stoi(arguments.paths.at(0));
  const unsigned seed =
      arguments.paths.size() > 1 ? static_cast<unsigned>(std::stoul(arguments.paths[1])) : 1;
  ReachBench bench;
  Dice dice(seed);
  int failed = run_all("flows", count, compare_decision, bench, dice);
  failed += run_all("ports", count / 10, compare_ports, bench, dice);
  failed += run_all("routes", count, compare_route, bench, dice);
  return failed == 0 && count > 0 ? 0 : 1;
}

}  // namespace tsg::conform
