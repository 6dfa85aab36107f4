// SPDX-License-Identifier: MIT
// Bytes as a rule's file, and as a module that a rule requires: compiled and run over facts; then an honest
// rule in the same engine must answer as it always does.
#include <string>
#include <vector>

#include "engine/lua/rule_engine.h"
#include "engine/model/limits.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"
#include "tests/lua/rule_fixture.h"

namespace tsg::fuzz {

namespace {

// Reads facts and touches what a rule might have changed: libraries, the string metatable, orders, globals.
constexpr std::string_view control_body = R"(
  local keys = {}
  for k in pairs(facts.tags) do keys[#keys + 1] = k end
  local t = { 3, 1, 2 }
  table.sort(t)
  local seen = { table.concat(keys, "-"), table.concat(t), text.lower(facts.gateway.name), #facts.gateway.pools,
    tostring(getmetatable("")), string.format("%5.2f", 1.5), ("x"):rep(3), math.type(1), tostring(subject),
    net.prefix_match("10.0.0.0/8", "10.1.2.3"), tostring(pcall(function() return leak end)) }
  return yes { V = table.concat(seen, "|") })";
constexpr std::string_view control_answer = "a-b.c|123|gw1|2|nil| 1.50|xxx|integer|nil|all|true";

void require_sound_verdict(const Verdict& verdict) {
  require(verdict.kind != VerdictKind::Error || !verdict.message.empty(), "an Error says what is wrong");
  require(verdict.kind != VerdictKind::Answer || !verdict.option.empty(), "an answer has an option");
  require(verdict.kind != VerdictKind::Unknown || !verdict.needs.empty() || !verdict.any_of.empty(),
          "Unknown says what is missing");
}

bool over_a_limit(const Verdict& verdict) {
  return verdict.message.starts_with("stopped:");
}

Verdict run_within_limits(RuleEngine& engine, const Facts& facts, Trace trace) {
  Verdict verdict = engine.run("gw/r", facts, "s1", trace);
  require(engine.peak_bytes() <= limits::lua_heap_bytes, "a rule's memory is bounded");
  require_sound_verdict(verdict);
  return verdict;
}

// The traced run says what the untraced one said; one that met a limit is not asked again.
void run_both_ways(RuleEngine& engine, const Facts& facts) {
  if (engine.contract("gw/r") == nullptr) return;
  const Verdict plain = run_within_limits(engine, facts, Trace::Off);
  if (over_a_limit(plain)) return;
  Verdict traced = run_within_limits(engine, facts, Trace::On);
  traced.evidence.clear();
  require(traced == plain || over_a_limit(traced), "a traced run gives the same verdict",
          plain.message + " / " + traced.message);
}

// On a machine that is busy with other things the deadline may strike while nothing is wrong; not three
// times.
Verdict run_control(RuleEngine& engine, const Facts& facts) {
  Verdict verdict;
  for (int left = 3; left > 0; --left) {
    verdict = engine.run("gw/control", facts, "", Trace::Off);
    if (!over_a_limit(verdict)) break;
  }
  return verdict;
}

void require_control(RuleEngine& engine, const Facts& facts) {
  const Verdict verdict = run_control(engine, facts);
  require(verdict.kind == VerdictKind::Answer && verdict.values.size() == 1, "the honest rule answers",
          verdict.message);
  require_equal(to_text(verdict.values[0].value), control_answer, "the honest rule answers as ever");
}

}  // namespace

void fuzz_rules(Bytes bytes) {
  static const Catalogue catalogue = test::gateway_catalogue();
  static const Facts facts = test::FactsBuilder(catalogue).build(test::gateway_facts());
  const std::vector<std::string_view> parts = parts_of(text_of(bytes), 2);
  const std::vector<RuleSource> sources = {
      test::rule_source(std::string(parts[0])),
      test::module_source("lib.m", parts.size() > 1 ? std::string(parts[1]) : "return {}"),
      test::rule_source(test::rule_text(std::string(control_body)), "control")};
  RuleCompilation compiled = compile_rules(sources, {&catalogue, 1}, {});
  require_showable(compiled.diagnostics, sources[0].file, parts[0].size());
  run_both_ways(compiled.engine, facts);
  require_control(compiled.engine, facts);
}

}  // namespace tsg::fuzz
