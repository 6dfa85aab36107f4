// SPDX-License-Identifier: MIT
#include "engine/planner/guide_problem.h"

#include <catch2/catch.hpp>
#include <map>

#include "engine/planner/question_words.h"
#include "tests/evaluator/guide_fixture.h"

namespace tsg::test {

namespace {

class Contracts : public RuleRunner {
 public:
  Verdict run(std::string_view, const Facts&, std::string_view, Trace) override { return broken("not run"); }
  const RuleContract* contract(std::string_view rule) const override {
    const auto found = table.find(std::string(rule));
    return found == table.end() ? nullptr : &found->second;
  }
  std::map<std::string, RuleContract> table = {};
};

// Of the world's documents, `gateway` costs 3 to gather and nobody gathers `now`.
class PlannedWorld : public World {
 public:
  PlannedWorld() {
    pack.catalogues.front().documents[0].gather = {"az", "gateway", "show"};
    pack.catalogues.front().documents[0].cost = 3;
    for (const char* id : {"one", "two", "three"}) outcome(id);
  }

  void reads(const std::string& rule, std::vector<std::string> prefixes) {
    contracts.table["d/" + rule].reads = std::move(prefixes);
    say(rule, unknown(contracts.table["d/" + rule].reads));
  }

  std::vector<GuidePlan> plans(const Facts& facts) {
    resolution = resolve(facts);
    const Facts* given[] = {&facts};
    return plan_guide({pack, guide(), resolution, contracts, given, asked_cost, counts});
  }
  std::vector<GuidePlan> plans() { return plans(empty_facts()); }

  Contracts contracts = {};
  std::vector<OptionCount> counts = {};
  Resolution resolution = {};
};

std::vector<std::string> steps_of(const GuidePlan& plan) {
  std::vector<std::string> steps;
  for (const PlannedStep& step : plan.steps) steps.push_back(step.guide->id + "#" + step.step->id);
  return steps;
}

std::vector<std::string> words_of(const GuidePlan& plan) {
  std::vector<std::string> words;
  for (const RankedQuestion& question : rank_questions(plan.problem, plan.state)) {
    words.push_back(plan.steps[question.step].step->id + ": " + question_words(question, plan));
  }
  return words;
}

using Words = std::vector<std::string>;

Facts facts_with_gateway(const World& world) {
  Facts facts = world.empty_facts();
  facts.cell(1, 0).state = CellState::Null;
  return facts;
}

}  // namespace

TEST_CASE("guide plan: it starts at the open step and holds what can still be asked") {
  PlannedWorld world;
  world.step("start").next("yes", "b").next("no", "outcome:one");
  world.step("b").rule("b").next("yes", "outcome:two").next("no", "c").not_applicable("outcome:one");
  world.step("c").next("yes", "outcome:two").next("no", "outcome:three");
  world.reads("b", {"gateway.name"});
  world.answer_by_hand("start", "yes");
  const std::vector<GuidePlan> plans = world.plans();
  REQUIRE(plans.size() == 1);
  CHECK(steps_of(plans[0]) == Words{"g#b", "g#c"});
  CHECK(plans[0].steps[0].edges == Words{"next.yes", "next.no", "on.not-applicable"});
  CHECK(plans[0].problem.commands == std::vector<PlanCommand>{{3}});
  CHECK(plans[0].problem.steps[1].question_cost == asked_cost);
  CHECK(
      words_of(plans[0]) ==
      Words{"b: leaves 1 to 2 of 3 outcomes; runs 1 command: az gateway show",
            "c: leaves 2 to 3 of 3 outcomes; asks the customer; the guide's own order would ask `b` first"});
}

TEST_CASE("guide plan: an answer that narrows nothing alone is told as such") {
  PlannedWorld world;
  world.step("start").next("yes", "b").next("no", "c");
  world.step("b").next("yes", "outcome:one").next("no", "outcome:two");
  world.step("c").next("yes", "outcome:two").next("no", "outcome:one");
  CHECK(words_of(world.plans().at(0)).front() ==
        "start: narrows together with other answers (2 outcomes); asks the customer");
}

TEST_CASE("guide plan: nothing is open, nothing is planned") {
  PlannedWorld world;
  world.step("start").next("yes", "outcome:one").next("no", "outcome:two");
  world.answer_by_hand("start", "yes");
  CHECK(world.plans().empty());
}

TEST_CASE("guide plan: facts that are there cost nothing, and what they cannot tell is asked by hand") {
  PlannedWorld world;
  world.step("start").rule("a").next("yes", "b").next("no", "outcome:one").not_applicable("outcome:three");
  world.step("b").rule("b").next("yes", "outcome:one").next("no", "outcome:two");
  world.reads("a", {"gateway.name"});
  world.reads("b", {"gateway.ports"});
  const Facts facts = facts_with_gateway(world);
  const GuidePlan plan = world.plans(facts).at(0);
  CHECK(plan.commands.empty());
  CHECK(plan.problem.steps[0].question_cost == asked_cost);
  CHECK(plan.steps[0].edges == Words{"next.yes", "next.no"});  // by hand nothing is not applicable
  CHECK(plan.problem.steps[1].question_cost == 0);
  const Words words = words_of(plan);
  REQUIRE(words.size() == 2);
  CHECK(words[0].find("b: leaves 1 to 2 of 2 outcomes; costs nothing: its facts are there") == 0);
}

TEST_CASE("guide plan: documents that no command gathers are asked for by name") {
  PlannedWorld world;
  world.step("start").rule("a").next("yes", "outcome:two").next("no", "outcome:one");
  world.reads("a", {"gateway", "now"});
  CHECK(words_of(world.plans().at(0)) ==
        Words{"start: leaves 1 of 2 outcomes; runs 1 command: az gateway show and asks for the facts `now`"});
}

TEST_CASE("guide plan: what `on.unknown` came to is known, and is not where the plan starts") {
  PlannedWorld world;
  world.step("start").next("yes", "outcome:one").next("no", "b").unknown("b");
  world.step("b").next("yes", "c").next("no", "outcome:one");
  world.step("c").next("yes", "outcome:two").next("no", "outcome:one");
  world.answer_by_hand("b", "yes");
  const std::vector<GuidePlan> plans = world.plans();
  REQUIRE(plans.size() == 1);
  CHECK(world.resolution.visits[plans[0].visit].step == "start");
  CHECK(plans[0].state.options == std::vector<std::size_t>{option_unknown, 0, option_unknown});
}

TEST_CASE("guide plan: every subject with an open step has a plan of its own") {
  PlannedWorld world;
  world.step("start")
      .for_each("list")
      .rule("a")
      .next("yes", "outcome:one")
      .next("no", "b")
      .no_subjects("outcome:three");
  world.step("b").next("yes", "outcome:two").next("no", "outcome:one");
  Verdict found = answer("yes");
  for (const char* subject : {"x", "y", "z"}) found.findings.push_back({subject, {}});
  world.say("list", found);
  world.reads("a", {"gateway"});
  world.say("a", answer("yes"), "y");
  world.say("a", answer("no"), "z");
  const std::vector<GuidePlan> plans = world.plans();
  REQUIRE(plans.size() == 2);
  CHECK(plans[0].subject == "x");
  CHECK(plans[0].steps[0].edges == Words{"next.yes", "next.no"});
  CHECK(steps_of(plans[0]) == Words{"g#start", "g#b"});
  CHECK(plans[1].subject == "z");
  CHECK(steps_of(plans[1]) == Words{"g#b"});
}

TEST_CASE("guide plan: a fork further on is a step that one subject passes") {
  PlannedWorld world;
  world.step("start").next("yes", "f").next("no", "outcome:one");
  world.step("f")
      .for_each("list")
      .next("yes", "outcome:one")
      .next("no", "outcome:two")
      .no_subjects("outcome:three");
  world.reads("list", {"gateway"});
  const GuidePlan plan = world.plans().at(0);
  CHECK(plan.steps[1].edges == Words{"next.yes", "next.no", "on.no-subjects"});
  CHECK(plan.problem.steps[1].commands == std::vector<std::size_t>{0});
}

TEST_CASE("guide plan: jumps between guides that lead in a circle end there") {
  PlannedWorld world;
  world.add_guide("h");
  world.step("start").next("yes", "b").next("no", "outcome:one");
  world.step("b").next("yes", "guide:h").next("no", "outcome:two");
  world.step("x", "h").next("yes", "guide:g#start").next("no", "guide:g#b").next("far", "guide:nowhere");
  world.answer_by_hand("start", "yes");
  const GuidePlan plan = world.plans().at(0);
  CHECK(steps_of(plan) == Words{"g#b", "h#x"});
  const std::vector<RankedQuestion> ranked = rank_questions(plan.problem, plan.state);
  REQUIRE(ranked.size() == 2);
  CHECK(ranked[0].outcomes == 4);
}

TEST_CASE("guide plan: what feedback counts is the weight of options") {
  PlannedWorld world;
  world.step("start").next("yes", "outcome:two").next("no", "outcome:one");
  world.counts = {{"g", "start", "no", 3}, {"g", "start", "gone", 9}, {"h", "start", "yes", 9}};
  CHECK(world.plans().at(0).problem.steps[0].weights == std::vector<double>{0, 3});
}

TEST_CASE("guide plan: no more branches are planned than the bound") {
  PlannedWorld world;
  world.step("start").for_each("list").next("yes", "outcome:one").next("no", "outcome:two");
  Verdict found = answer("yes");
  for (std::size_t at = 0; at <= planned_branches; ++at) found.findings.push_back({std::to_string(at), {}});
  world.say("list", found);
  CHECK(world.plans().size() == planned_branches);
}

}  // namespace tsg::test
