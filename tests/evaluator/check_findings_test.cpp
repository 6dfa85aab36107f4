// SPDX-License-Identifier: MIT
// Checks as other articles speak of them: in insights, and in the check that lists the others.
#include "engine/evaluator/check_findings.h"

#include <catch2/catch.hpp>

#include "tests/evaluator/guide_fixture.h"

namespace tsg {
namespace {

using namespace tsg::test;
using Texts = std::vector<std::string>;

Verdict two_pools() {
  Verdict found = answer("yes");
  found.findings = {{"p1", {text_value("Pool", "one")}}, {"p2", {text_value("Pool", "two")}}};
  return found;
}

// `[checks]` pools (its heading names the pool), port (its heading names nothing), all (lists the others);
// `outcome:end` is where the walk ends, and it holds an insight for `symptoms`.
World with_checks(std::vector<std::string> symptoms) {
  World world;
  world.step("start").rule("start").next("yes", "outcome:end");
  world.say("start", answer("yes"));
  world.outcome("pools", {"Pool"});
  world.outcome("port", {});
  world.outcome("all", {"Failed"});
  world.outcome("end", {"<insight 1>"});
  Document& pools = world.document("pools");
  pools.compiled.blocks = {
      {.kind = BlockKind::Heading, .level = 1, .spans = {{.text = "Pool "}, {}, {.text = " is empty"}}}};
  pools.compiled.blocks[0].spans[1] = {.is_slot = true, .text = "[pool]"};
  world.document("end").compiled.insights = {{"<insight 1>",
                                              {.symptom_ids = std::move(symptoms),
                                               .timeout_text = "no time",
                                               .no_result_text = "nothing",
                                               .failed_text = "failed"}}};
  world.guide().checks = {
      {.id = "all", .shows = target_of("outcome:all"), .lists = "Failed"},
      {.id = "pools",
       .rule = "d/pools",
       .shows = target_of("outcome:pools"),
       .symptoms = {"S-Pools", "s-both"}},
      {.id = "port", .rule = "d/port", .shows = target_of("outcome:port"), .symptoms = {"s-both"}}};
  world.say("pools", answer("no"));
  world.say("port", answer("no"));
  return world;
}

Value insight_of(const Resolution& resolution) {
  return resolution.outcomes.at(0).parts.at(0).values.at(0).value;
}

TEST_CASE("an insight shows the headings of the checks that have one of its symptoms, filled in") {
  World world = with_checks({"s-pools"});
  world.say("pools", two_pools());
  world.say("port", answer("yes"));
  CHECK(insight_of(world.resolve()) == Value(Texts{"Pool one is empty", "Pool two is empty"}));
}

TEST_CASE("an insight shows no more than it says") {
  World world = with_checks({"s-both"});
  world.document("end").compiled.insights[0].insight.maximum_insights = 2;
  Verdict port = answer("yes");
  port.findings = {{"80", {}}};
  world.say("port", port);
  world.say("pools", two_pools());
  CHECK(insight_of(world.resolve()) == Value(Texts{"Pool one is empty", "Pool two is empty"}));
  world.document("end").compiled.insights[0].insight.maximum_insights = 3;
  CHECK(insight_of(world.resolve()) ==
        Value(Texts{"Pool one is empty", "Pool two is empty", "Outcome port: 80"}));
}

TEST_CASE("without a finding an insight says why there is none") {
  World world = with_checks({"s-both"});
  CHECK(insight_of(world.resolve()) == Value(Texts{"nothing"}));
  world.say("pools", unknown({"gateway.name"}));
  CHECK(insight_of(world.resolve()) == Value(Texts{"no time"}));
  world.say("port", broken("oops"));
  CHECK(insight_of(world.resolve()) == Value(Texts{"failed"}));
  world.document("end").compiled.insights[0].insight.failed_text.clear();
  CHECK(insight_of(world.resolve()) == Value(Texts{"no time"}));
}

TEST_CASE("an insight that no check is bound to shows nothing") {
  CHECK(insight_of(with_checks({"s-other"}).resolve()) == Value(Texts{}));
}

TEST_CASE("the class of an insight is the highest of what stands in it") {
  World world = with_checks({"s-pools"});
  Verdict found = answer("yes", {{"Pool", std::string("one"), DataClass::Internal}});
  world.say("pools", found);
  CHECK(world.resolve().outcomes.at(0).parts.at(0).values.at(0).data_class == DataClass::Internal);
}

TEST_CASE("a check that lists the others says what they found, wherever it stands") {
  World world = with_checks({});
  SECTION("nothing") {
    CHECK(world.resolve().checks.at(0).verdict.option == "no");
  }
  SECTION("something, whatever could not be decided") {
    world.say("pools", two_pools());
    world.say("port", unknown({"gateway.name"}));
    const CheckResult all = world.resolve().checks.at(0);
    CHECK(all.verdict.option == "yes");
    CHECK(all.verdict.needs.empty());
    REQUIRE(all.parts.size() == 1);
    CHECK(all.parts[0].values.at(0).value == Value(Texts{"Pool one is empty", "Pool two is empty"}));
  }
  SECTION("nothing, but not all could be decided") {
    world.say("pools", unknown({"gateway.name", "gateway.tags"}));
    world.say("port", unknown({"gateway.name"}));
    const Verdict all = world.resolve().checks.at(0).verdict;
    CHECK(all.kind == VerdictKind::Unknown);
    CHECK(all.needs.size() == 2);
  }
}

}  // namespace
}  // namespace tsg
