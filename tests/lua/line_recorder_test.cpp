// SPDX-License-Identifier: MIT
// Which lines of rules there are to run, and which are noted.
#include <catch2/catch.hpp>

#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

using Numbers = std::vector<std::uint32_t>;

const std::string rule =
    "local pools = require 'lib.pools'\n"                // 1
    "local function never(x)\n"                          // 2
    "  return x\n"                                       // 3
    "end\n"                                              // 4
    "return {\n"                                         // 5
    "  answers = { 'yes', 'no' },\n"                     // 6
    "  reads = { 'gateway' },\n"                         // 7
    "  decide = function(facts)\n"                       // 8
    "    if facts.gateway.capacity > 1 then\n"           // 9
    "      return yes {\n"                               // 10
    "        A = pools.first(facts.gateway, 'name'),\n"  // 11
    "      }\n"                                          // 12
    "    end\n"                                          // 13
    "    return no()\n"                                  // 14
    "  end,\n"                                           // 15
    "}\n";
const std::string module =
    "local pools = {}\n"                           // 1
    "function pools.first(gateway, ...)\n"         // 2
    "  local key = ...\n"                          // 3
    "  for _, pool in ipairs(gateway.pools) do\n"  // 4
    "    return pool[key]\n"                       // 5
    "  end\n"                                      // 6
    "  return 'none'\n"                            // 7
    "end\n"                                        // 8
    "return pools\n";

struct Recorded {
  Catalogue catalogue = gateway_catalogue();
  std::vector<RuleSource> sources = {rule_source(rule), module_source("lib.pools", module)};
  RuleLines lines = {};
  RuleCompilation compiled = compile_rules(sources, {&catalogue, 1}, {}, &lines);

  Verdict run(const Json& json) {
    const Facts facts = FactsBuilder(catalogue).build(json);
    return compiled.engine.run("gw/r", facts, {}, Trace::Off);
  }
  Numbers run_of(const std::string& file) const {
    Numbers ran;
    for (const std::uint32_t line : lines.at(file).code) {
      if (lines.at(file).has_run(line)) ran.push_back(line);
    }
    return ran;
  }
};

}  // namespace

TEST_CASE("lines with code inside functions are known once a rule is loaded") {
  const Recorded recorded;
  REQUIRE(recorded.compiled.diagnostics.empty());
  CHECK(recorded.lines.at("rules/gw/r.lua").code == Numbers{3, 9, 10, 11, 14});
  CHECK(recorded.lines.at("rules/gw/lib/pools.lua").code == Numbers{3, 4, 5, 7});
  CHECK(recorded.run_of("rules/gw/r.lua") == Numbers{});
}

TEST_CASE("lines that ran are noted, in modules too") {
  Recorded recorded;
  REQUIRE(recorded.run(gateway_facts()).option == "yes");
  CHECK(recorded.run_of("rules/gw/r.lua") == Numbers{9, 10, 11});
  CHECK(recorded.run_of("rules/gw/lib/pools.lua") == Numbers{3, 4, 5});
}

TEST_CASE("a rule that never ends is stopped while its lines are noted") {
  const Catalogue catalogue = gateway_catalogue();
  const std::vector<RuleSource> sources = {rule_source(rule_text("while true do local x = 1 end"))};
  RuleLines lines;
  RuleCompilation compiled = compile_rules(sources, {&catalogue, 1}, {}, &lines);
  const Facts facts = FactsBuilder(catalogue).build(gateway_facts());
  CHECK(compiled.engine.run("gw/r", facts, {}, Trace::Off).kind == VerdictKind::Error);
  CHECK(compiled.engine.run("gw/r", facts, {}, Trace::Off).kind == VerdictKind::Error);
  CHECK(lines.at("rules/gw/r.lua").has_run(3));
}
