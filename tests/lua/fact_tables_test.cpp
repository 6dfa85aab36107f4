// SPDX-License-Identifier: MIT
// Facts as tables against facts as views: an untraced run of a proven rule reads tables, a traced one views,
// and over any sequence of documents both say the same.
#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <random>

#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

// Random facts of the gateway's catalogue: anything may be absent, null, of another type, long or many.
class RandomFacts {
 public:
  explicit RandomFacts(unsigned seed) : random_(seed) {}

  Json next() {
    Json facts = object({});
    maybe(facts, "gateway", gateway());
    maybe(facts, "tags", object({{"a.b", texts()}, {"c", texts()}}));
    maybe(facts, "ports", object({{"http", scalar(Json(below(9)))}, {"https", scalar(Json(443))}}));
    maybe(facts, "servers", servers());
    maybe(facts, "now", scalar(Json("2026-11-20T13:00:00Z")));
    return facts;
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  Json scalar(Json usual) {
    switch (below(14)) {
      case 0:
        return {};
      case 1:
        return Json(7);
      case 2:
        return Json("other");
      case 3:
        return list({});
      default:
        return usual;
    }
  }

  Json text() {
    const int kind = below(12);
    if (kind == 0) return Json(std::string(200, 'l'));
    if (kind == 1) return Json(std::string(70000, 'x'));
    return scalar(Json(fmt::format("t{}", below(6))));
  }

  Json texts() {
    Json items = list({});
    for (int i = below(4); i > 0; --i) items.items.push_back(text());
    return items;
  }

  void maybe(Json& to, const std::string& name, Json value) {
    if (below(9) != 0) to.members.emplace_back(name, scalar(std::move(value)));
  }

  Json servers() {
    Json items = list({});
    for (int i = below(5); i > 0; --i) {
      Json server = object({});
      maybe(server, "name", text());
      maybe(server, "address", text());
      items.items.push_back(scalar(std::move(server)));
    }
    return items;
  }

  Json gateway() {
    Json gateway = object({});
    maybe(gateway, "name", text());
    maybe(gateway, "tier", text());
    maybe(gateway, "capacity", scalar(Json(below(5))));
    maybe(gateway, "ratio", scalar(Json(0.25 * below(8))));
    maybe(gateway, "enabled", scalar(Json(below(2) == 1)));
    maybe(gateway, "changed", scalar(Json("2026-11-20T12:00:00Z")));
    maybe(gateway, "zones", texts());
    Json pools = list({});
    for (int i = below(4); i > 0; --i) {
      Json pool = object({});
      maybe(pool, "name", text());
      maybe(pool, "servers", servers());
      pools.items.push_back(scalar(std::move(pool)));
    }
    maybe(gateway, "pools", pools);
    maybe(gateway, "password", text());
    return gateway;
  }

  std::mt19937 random_;
};

// Bodies that read in every way there is.
const std::vector<std::string> bodies = {
    "local n = 0 for i = 1, #facts.gateway.pools do n = n + #facts.gateway.pools[i].servers end return yes { "
    "N = n }",
    "local out = {} for _, pool in ipairs(facts.gateway.pools) do for _, server in ipairs(pool.servers) do "
    "out[#out + 1] = pool.name .. '/' .. server.address end end return yes { N = out }",
    "local out = {} for key, value in pairs(facts.gateway) do out[#out + 1] = key .. '=' .. tostring(value) "
    "end "
    "return yes { N = table.concat(out, ' ') }",
    "return yes { N = facts.gateway.zones, M = facts.gateway.tier or 'none' }",
    "local last = facts.servers[#facts.servers] return yes { N = last and last.name or 'none' }",
    "return yes { N = tostring(facts.servers[1] == facts.servers[1]) .. tostring(facts.servers[9]) }",
    "return yes { N = tostring(facts.gateway.password == facts.gateway.otherPassword) .. "
    "tostring(facts.gateway.name) }",
    "local out = {} for tag, list in pairs(facts.tags) do out[#out + 1] = tag .. #list end return yes { N = "
    "out }",
    "return yes { N = facts.gateway.nmae }",
    "return yes { N = facts.gateway.pools + 1 }",
    "return yes { N = #facts.gateway }",
    "return yes { N = facts.gateway.pools }",
    "return yes(facts.gateway)",
    "return facts.gateway",
    "error(facts.servers)",
    "return unknown { needs = { fact_path(facts.gateway, 'name'), fact_path(facts.servers, 1) } }",
    "return yes { N = rawget(facts.gateway, 'name') }",
    "return yes { N = rawlen(facts.servers) .. type(facts.servers) .. tostring(facts.gateway) }",
    "return yes { N = tostring(getmetatable(facts.gateway)) }",
    "setmetatable({}, facts.gateway) return no()",
    "setmetatable(facts.gateway, {}) return no()",
    "local t = setmetatable({}, { __newindex = facts.gateway }) return no()",
    "local t = setmetatable({}, { __index = facts.gateway }) return yes { N = t.name }",
    "table.insert(facts.servers, 1) return no()",
    "table.sort(facts.gateway.zones) return no()",
    "return yes { N = table.concat(facts.gateway.zones, ',') .. select('#', "
    "table.unpack(facts.gateway.zones)) }",
    "local ok = pcall(function() return facts.gateway.name end) return yes { N = tostring(ok) }",
    "local seen = {} for _, s in ipairs(facts.servers) do seen[s] = s.name end local n = 0 "
    "for _, s in ipairs(facts.servers) do if seen[s] == s.name then n = n + 1 end end return yes { N = n }",
    "return yes { N = facts.now, M = facts.ports.http, O = facts.gateway.enabled, P = facts.gateway.ratio }",
};

std::string text_of(const Verdict& verdict) {
  std::string text = fmt::format("{} {} {} line {}", name_of(verdict.kind), verdict.option, verdict.message,
                                 verdict.rule_line);
  for (const NamedValue& value : verdict.values) text += " " + value.name + "=" + to_text(value.value);
  for (const Need& need : verdict.needs) text += " " + need.path + ": " + need.found;
  return text;
}

}  // namespace

TEST_CASE("tables and views of facts say the same, document after document") {
  std::vector<RuleSource> sources;
  for (std::size_t i = 0; i < bodies.size(); ++i)
    sources.push_back(rule_source(rule_text(bodies[i]), fmt::format("r{}", i)));
  Rules rules(sources);
  REQUIRE_FALSE(has_error(rules.compiled.diagnostics));
  std::size_t answers = 0;
  RandomFacts random(20261128);
  for (int document = 0; document < 250; ++document) {
    const Facts facts = FactsBuilder(rules.catalogue).build(random.next());
    for (const RuleSource& source : sources) {
      const Verdict tables = rules.compiled.engine.run("gw/" + source.id, facts, "", Trace::Off);
      const Verdict views = rules.compiled.engine.run("gw/" + source.id, facts, "", Trace::On);
      INFO(source.text);
      REQUIRE(text_of(tables) == text_of(views));
      answers += tables.kind == VerdictKind::Answer ? 1U : 0U;
    }
  }
  CHECK(answers > 500);
}

TEST_CASE("a rule that may assign into facts reads views, and its assignment is an error") {
  Rules rules({rule_source(rule_text("facts.gateway.name = 'x' return no()"), "writes"),
               rule_source(rule_text("return yes { N = facts.gateway.name }"), "reads")});
  CHECK(rules.run("reads", gateway_facts()).values[0].value == Value(std::string("gw1")));
  const Verdict verdict = rules.run("writes", gateway_facts());
  CHECK(verdict.kind == VerdictKind::Error);
  CHECK(verdict.message.find("facts cannot be written") != std::string::npos);
  CHECK(rules.run("reads", gateway_facts()).values[0].value == Value(std::string("gw1")));
}

TEST_CASE("a module that may assign into what it is given makes its rules read views") {
  const std::string head = "local lib = require 'lib.write'";
  Rules rules(
      {module_source("lib.write", "return { put = function(t) t.name = 'x' end }"),
       module_source("lib.outer",
                     "local inner = require 'lib.write' return { put = function(t) inner.put(t) end }"),
       rule_source(rule_text("lib.put(facts.gateway) return no()", head), "direct"),
       rule_source(rule_text("lib.put(facts.gateway) return no()", "local lib = require 'lib.outer'"),
                   "outer"),
       rule_source(rule_text("require('lib.write').put(facts.gateway) return no()"), "late")});
  REQUIRE_FALSE(has_error(rules.compiled.diagnostics));
  for (const std::string rule : {"direct", "outer", "late"}) {
    for (int round = 0; round < 2; ++round) {
      const Verdict verdict = rules.run(rule, gateway_facts());
      INFO(rule << ": " << verdict.message);
      CHECK(verdict.kind == VerdictKind::Error);
      CHECK(verdict.message.find("facts cannot be written") != std::string::npos);
    }
  }
}

TEST_CASE("a document with very many cells is read all the same") {
  Json facts = gateway_facts();
  Json servers = list({});
  for (int i = 0; i < 20000; ++i) servers.items.push_back(object({{"name", Json(fmt::format("s{}", i))}}));
  for (auto& [name, value] : facts.members) {
    if (name == "servers") value = servers;
  }
  Rules rules({rule_source(rule_text("return yes { N = facts.servers[#facts.servers].name }"))});
  CHECK(rules.run("r", gateway_facts()).values[0].value == Value(std::string("s1")));
  CHECK(rules.run("r", facts).values[0].value == Value(std::string("s19999")));
  CHECK(rules.run("r", gateway_facts()).values[0].value == Value(std::string("s1")));
}
