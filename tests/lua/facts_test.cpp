// SPDX-License-Identifier: MIT
// Every row of the table "a rule reads / it gets" of docs/facts-format.md.
#include <catch2/catch.hpp>

#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

Json with_gateway(std::vector<std::pair<std::string, Json>> members) {
  Json facts = gateway_facts();
  facts.members[0].second = object(std::move(members));
  return facts;
}

Json without(const std::string& document) {
  Json facts = gateway_facts();
  std::erase_if(facts.members, [&](const auto& member) { return member.first == document; });
  return facts;
}

Need need_of_body(const std::string& body, const Json& json) {
  const Verdict verdict = run_body(body, json);
  INFO(verdict.message);
  REQUIRE(verdict.kind == VerdictKind::Unknown);
  REQUIRE(verdict.needs.size() == 1);
  return verdict.needs[0];
}

}  // namespace

TEST_CASE("a present fact of its type reads as its value") {
  CHECK(value_of("facts.gateway.name") == "gw1");
  CHECK(value_of("facts.gateway.capacity + 1") == "3");
  CHECK(value_of("facts.gateway.ratio") == "0.5");
  CHECK(value_of("facts.gateway.enabled") == "true");
  CHECK(value_of("facts.gateway.changed") == "2026-11-20T12:00:00Z");
  CHECK(value_of("facts.now") == "2026-11-20T13:00:00Z");
  CHECK(value_of("facts.gateway.pools[2].servers[1].address") == "10.0.0.4");
  CHECK(value_of("facts.ports.http") == "80");
  CHECK(value_of("facts.tags['b.c'][1]") == "x");
  CHECK(value_of("facts.servers[1].name") == "s1");
  CHECK(value_of("type(facts.gateway) .. type(facts.gateway.pools)") == "tabletable");
}

TEST_CASE("an absent or null optional fact reads as nil") {
  CHECK(value_of("facts.gateway.tier") == "nil");
  CHECK(value_of("facts.gateway.probe") == "nil");
  CHECK(value_of("facts.gateway.tier", with_gateway({{"tier", Json()}})) == "nil");
}

TEST_CASE("a required fact that cannot be read stops the rule with what was expected and found") {
  const auto [path, expected, found, gather] =
      need_of_body("return yes { N = facts.gateway.name }", with_gateway({}));
  CHECK(path == "gateway.name");
  CHECK(expected == "a string");
  CHECK(found == "nothing");
  CHECK(gather == std::vector<std::string>{"az", "network", "application-gateway", "show"});
  CHECK(need_of_body("return yes { N = facts.gateway.name }", with_gateway({{"name", Json()}})).found ==
        "null");
  CHECK(need_of_body("return yes { N = facts.gateway.name }", with_gateway({{"name", 5}})).found ==
        "an integer");
  CHECK(need_of_body("return yes { N = facts.gateway.tier }", with_gateway({{"tier", list({})}})).found ==
        "a list");
  const Json nameless = with_gateway({{"pools", list({object({{"name", "a"}}), object({})})}});
  CHECK(need_of_body("return yes { N = facts.gateway.pools[2].name }", nameless).path ==
        "gateway.pools[1].name");
}

TEST_CASE("a document that is absent stops the rule, one that is null is known to be nothing") {
  CHECK(need_of_body("return yes { N = #facts.servers }", without("servers")).path == "servers");
  CHECK(need_of_body("return yes { N = facts.now }", without("now")).expected == "a date-time");
  Json null_servers = without("servers");
  null_servers.members.push_back({"servers", Json()});
  CHECK(value_of("#facts.servers", null_servers) == "0");
  Json null_gateway = without("gateway");
  null_gateway.members.push_back({"gateway", Json()});
  CHECK(value_of("facts.gateway", null_gateway) == "nil");
}

TEST_CASE("a container without an entry of its own is required when a member below it is") {
  CHECK(value_of("facts.gateway.pools", with_gateway({})) == "unknown: gateway.pools");
  CHECK(value_of("#facts.gateway.labels", with_gateway({})) == "0");
  CHECK(value_of("facts.gateway.sku.name", with_gateway({})) == "nil");
  CHECK(value_of("fact_path(facts.gateway.sku, 'name')", with_gateway({})) == "gateway.sku.name");
}

TEST_CASE("a path nobody declared is an Error that says what was meant") {
  CHECK(value_of("facts.gateway.nmae") ==
        "error: the catalogue does not declare `gateway.nmae`; did you mean `gateway.name`?");
  CHECK(value_of("facts.gatewey") ==
        "error: the catalogue does not declare `gatewey`; did you mean `gateway`?");
  CHECK(value_of("facts.gateway.Name") ==
        "error: the catalogue does not declare `gateway.Name`; did you mean `gateway.name`?");
  CHECK(value_of("facts.gateway.pools.name") == "error: `gateway.pools` is a list: read it with an integer");
  CHECK(value_of("facts.gateway[1]") == "error: `gateway` is an object: read it with a string");
}

TEST_CASE("past the end of a list and a key a map has not read as nil") {
  CHECK(value_of("facts.gateway.pools[3]") == "nil");
  CHECK(value_of("facts.gateway.pools[0]") == "nil");
  CHECK(value_of("facts.tags.none") == "nil");
}

TEST_CASE("conflicting, withheld and stale facts are Unknown") {
  Rules rules({rule_source(rule_text("return yes { N = facts.gateway.name }"))});
  Facts facts = FactsBuilder(rules.catalogue).build(gateway_facts());
  const NodeIndex name = rules.catalogue.find("gateway.name");
  const RowIndex row = facts.cell(rules.catalogue.find("gateway"), 0).first;
  facts.cell(name, row).state = CellState::Conflict;
  CHECK(rules.compiled.engine.run("gw/r", facts, "", Trace::Off).needs.at(0).found == "given twice");
  facts.cell(name, row).state = CellState::Withheld;
  facts.cell(name, row).size = 65540;
  CHECK(rules.compiled.engine.run("gw/r", facts, "", Trace::Off).needs.at(0).found ==
        "65,540 bytes, more than a rule may read");
  facts.set_stale(0);
  const Verdict stale = rules.compiled.engine.run("gw/r", facts, "", Trace::Off);
  CHECK(stale.needs.at(0).path == "gateway");
  CHECK(stale.needs.at(0).found == "too old");
}

TEST_CASE("staleness says how old and what is allowed") {
  Rules rules({rule_source(rule_text("return yes { N = facts.now }", "", "reads = { \"now\" }"))},
              CatalogueBuilder("gw").path("now", "date-time").max_age("now", 86400).build());
  Facts facts = FactsBuilder(rules.catalogue).build(object({{"now", "2026-11-20T13:00:00Z"}}));
  facts.set_gathering(0, {.at = "2026-11-19T11:00:00Z", .command = "", .tool = ""});
  facts.set_stale(0);
  CHECK(rules.compiled.engine.run("gw/r", facts, "", Trace::Off).needs.at(0).found ==
        "gathered 26 h ago, allowed 24 h");
}

TEST_CASE("a string longer than a rule may read is Unknown, never cut") {
  CHECK(value_of("#facts.gateway.name", with_gateway({{"name", std::string(65536, 'x')}})) == "65536");
  CHECK(value_of("#facts.gateway.name", with_gateway({{"name", std::string(65537, 'x')}})) ==
        "unknown: gateway.name");
}

TEST_CASE("pcall does not catch a missing fact") {
  const Verdict verdict =
      run_body("pcall(function() return facts.gateway.name end) return yes()", with_gateway({}));
  CHECK(verdict.kind == VerdictKind::Unknown);
}

TEST_CASE("lists are walked by index, length, ipairs and pairs") {
  const std::string walk =
      "local o = {} for i, p in $(facts.gateway.pools) do o[#o + 1] = i .. p.name end "
      "return yes { V = table.concat(o, ' ') }";
  for (const std::string function : {"ipairs", "pairs"}) {
    std::string body = walk;
    body.replace(body.find('$'), 1, function);
    CHECK(to_text(run_body(body).values.at(0).value) == "1a 2b");
  }
  CHECK(value_of("#facts.gateway.pools") == "2");
  CHECK(value_of("table.concat(facts.gateway.zones, '+')") == "1+2");
  CHECK(value_of("select('#', table.unpack(facts.gateway.zones))") == "2");
}

TEST_CASE("pairs gives members in the catalogue's order and map keys in byte order") {
  const std::string keys = "local o = {} for k in pairs(X) do o[#o + 1] = k end return yes { V = o }";
  CHECK(to_text(run_body("local X = facts.gateway " + keys).values.at(0).value) ==
        "name, capacity, ratio, enabled, changed, zones, pools, password, otherPassword");
  CHECK(to_text(run_body("local X = facts.tags " + keys).values.at(0).value) == "a, b.c");
  CHECK(run_body("local X = facts.gateway " + keys, with_gateway({})).kind == VerdictKind::Unknown);
}

TEST_CASE("the same row is equal, another is not") {
  CHECK(value_of("facts.gateway.pools[1] == facts.gateway.pools[1]") == "true");
  CHECK(value_of("facts.gateway.pools[1] == facts.gateway.pools[2]") == "false");
  CHECK(value_of("rawequal(facts.gateway, facts.gateway)") == "true");
}

TEST_CASE("facts cannot be written") {
  for (const char* body : {"facts.gateway.name = 'x'", "facts.gateway = nil", "facts.gateway.pools[1] = {}",
                           "table.insert(facts.gateway.zones, 'x')", "table.sort(facts.gateway.zones)",
                           "table.remove(facts.gateway.pools)", "setmetatable(facts, {})"}) {
    CAPTURE(body);
    const Verdict verdict = run_body(std::string("pcall(function() ") + body + " end) return yes()");
    CHECK(verdict.kind == VerdictKind::Error);
    CHECK(verdict.message.find("facts cannot be") != std::string::npos);
  }
}

TEST_CASE("a secret can be compared and nothing else") {
  CHECK(value_of("facts.gateway.password == facts.gateway.otherPassword") == "true");
  CHECK(value_of("facts.gateway.password == nil") == "false");
  CHECK(value_of("facts.gateway.password == 'hunter2'") == "false");
  CHECK(value_of("facts.gateway.password") == "secret");
  for (const char* expression :
       {"facts.gateway.password .. ''", "#facts.gateway.password", "facts.gateway.password:sub(1)",
        "string.rep(facts.gateway.password, 2)", "text.contains(facts.gateway.password, 'h')",
        "facts.gateway.password < 'x'", "table.concat({facts.gateway.password})"}) {
    CAPTURE(expression);
    CHECK(value_of(expression).starts_with("error: "));
    CHECK(value_of(expression).find("hunter2") == std::string::npos);
  }
  CHECK(run_body("return yes { V = facts.gateway.password }").message.find("is a secret fact") !=
        std::string::npos);
}

TEST_CASE("fact_path names a member, present or not") {
  CHECK(value_of("fact_path(facts.gateway.pools[2].servers[1], 'address')") ==
        "gateway.pools[1].servers[0].address");
  CHECK(value_of("fact_path(facts.gateway, 'tier')") == "gateway.tier");
  CHECK(value_of("fact_path(facts.gateway.pools[2])") == "gateway.pools[1]");
  CHECK(value_of("fact_path(facts.gateway.pools)") == "gateway.pools");
  CHECK(value_of("fact_path(facts.tags['b.c'])") == "tags.b.c");
  CHECK(value_of("fact_path(facts, 'now')") == "now");
  CHECK(value_of("fact_path(facts.gateway, 'teir')").find("did you mean `tier`?") != std::string::npos);
}

TEST_CASE("reading outside of `reads` is an Error that says what to add") {
  const Verdict verdict =
      run_text(rule_text("return yes { N = facts.now }", "", "reads = { \"gateway.sku\" }"));
  CHECK(verdict.message == "reads `now`, which is not under `reads`; add \"now\" to `reads`");
  const Verdict member =
      run_text(rule_text("return yes { N = facts.gateway.name }", "", "reads = { \"gateway.sku\" }"));
  CHECK(member.message ==
        "reads `gateway.name`, which is not under `reads`; add \"gateway.name\" to `reads`");
  const Verdict inside = run_text(
      rule_text("return yes { N = tostring(facts.gateway.sku.name) }", "", "reads = { \"gateway.sku\" }"));
  CHECK(inside.kind == VerdictKind::Answer);
  const Verdict item = run_text(
      rule_text("return yes { N = facts.gateway.pools[1].name }", "", "reads = { \"gateway.pools.name\" }"));
  CHECK(item.kind == VerdictKind::Answer);
}

TEST_CASE("a traced run records what was read, once, in order, and says the same") {
  const std::string body =
      "local g = facts.gateway local n = g.name .. g.name local t = g.tier local s = g.sku.name "
      "for _, p in ipairs(g.pools) do n = n .. p.name end "
      "local q = facts.tags.none local w = g.password return yes { N = n }";
  const Verdict traced = run_body(body, gateway_facts(), Trace::On);
  std::string seen;
  for (const Evidence& each : traced.evidence) seen += each.path + "=" + each.value + "\n";
  CHECK(seen ==
        "gateway.name=gw1\ngateway.tier=(absent)\ngateway.sku=(absent)\ngateway.sku.name=(absent)\n"
        "gateway.pools[0].name=a\ngateway.pools[1].name=b\ngateway.pools=(2 items)\ntags.none=(absent)\n"
        "gateway.password=(secret)\n");
  Verdict untraced = run_body(body);
  CHECK(untraced.evidence.empty());
  untraced.evidence = traced.evidence;
  CHECK(untraced == traced);
}

TEST_CASE("evidence is cut on a character's border and says so") {
  std::string name;
  for (int i = 0; i < 150; ++i) name += "\xC3\xA9";
  const Verdict verdict =
      run_body("return yes { N = facts.gateway.name }", with_gateway({{"name", name}}), Trace::On);
  const std::string& value = verdict.evidence.at(0).value;
  CHECK(value.size() <= 200);
  CHECK(value.size() >= 197);
  CHECK(value.ends_with("\xC3\xA9\xE2\x80\xA6"));
}

TEST_CASE("null documents are evidence, and evidence knows its class and its time") {
  Rules rules({rule_source(rule_text("local g = facts.gateway return yes { N = facts.now }"))});
  Json json = without("gateway");
  json.members.push_back({"gateway", Json()});
  Facts facts = FactsBuilder(rules.catalogue).build(json);
  facts.set_gathering(rules.catalogue.node(rules.catalogue.find("now")).document,
                      {.at = "2026-11-20T11:59:00Z"});
  const Verdict verdict = rules.compiled.engine.run("gw/r", facts, "", Trace::On);
  REQUIRE(verdict.evidence.size() == 2);
  CHECK(verdict.evidence[0].value == "(null)");
  CHECK(verdict.evidence[1].gathered_at == "2026-11-20T11:59:00Z");
  CHECK(verdict.evidence[1].data_class == DataClass::Internal);
}
