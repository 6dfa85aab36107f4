// SPDX-License-Identifier: MIT
#include "engine/planner/next_question.h"

#include <catch2/catch.hpp>
#include <limits>

#include "engine/planner/option_shares.h"
#include "engine/planner/plan_costs.h"
#include "tests/planner/exhaustive.h"

namespace tsg::test {

namespace {

PlanTarget step(std::size_t index) {
  return {PlanTargetKind::Step, index};
}

PlanTarget outcome(std::size_t index) {
  return {PlanTargetKind::Outcome, index};
}

PlanStep asked(std::vector<PlanTarget> options, double cost = 1) {
  return {.options = std::move(options), .question_cost = cost};
}

PlanStep gathered(std::vector<PlanTarget> options, std::vector<std::size_t> commands) {
  return {.options = std::move(options), .commands = std::move(commands)};
}

std::vector<std::size_t> steps_of(const std::vector<RankedQuestion>& ranked) {
  std::vector<std::size_t> steps;
  for (const RankedQuestion& question : ranked) steps.push_back(question.step);
  return steps;
}

using Steps = std::vector<std::size_t>;

// Each step leads on to the next one, the last one to outcome 1; all else ends in outcome 0.
PlanProblem chain_of(std::size_t steps) {
  PlanProblem problem;
  for (std::size_t at = 0; at < steps; ++at) {
    problem.steps.push_back(asked({outcome(0), at + 1 < steps ? step(at + 1) : outcome(1)}));
  }
  return problem;
}

}  // namespace

TEST_CASE("plan problem: what makes it unfit is told, and nothing is ranked") {
  const double infinite = std::numeric_limits<double>::infinity();
  const std::pair<PlanProblem, std::string> cases[] = {
      {{.start = 1, .steps = {asked({outcome(0)})}}, "its start does not exist"},
      {{.steps = {asked({step(1), outcome(0)})}}, "step 0 leads to a step that does not exist"},
      {{.steps = {asked({outcome(0), outcome(1)}, -1)}}, "step 0 has a cost below 0"},
      {{.steps = {asked({outcome(0), outcome(1)}, infinite)}}, "step 0 has a cost below 0"},
      {{.steps = {gathered({outcome(0), outcome(1)}, {0})}}, "step 0 needs a command that does not exist"},
      {{.steps = {{.options = {outcome(0), outcome(1)}, .weights = {1}}}},
       "step 0 has not as many weights as options"},
      {{.steps = {{.options = {outcome(0), outcome(1)}, .weights = {1, -1}}}}, "step 0 has a weight below 0"},
      {{.steps = {asked({outcome(0), outcome(1)})}, .commands = {{-1}}}, "a command has a cost below 0"},
      {chain_of(planned_steps + 1), "it has more than 10000 steps"},
      {{.steps = {asked(std::vector<PlanTarget>(planned_options + 1, outcome(0)))}},
       "it has more than 65536 options"}};
  for (const auto& [problem, fault] : cases) {
    CHECK(fault_of(problem) == fault);
    CHECK(rank_questions(problem, {}).empty());
  }
  CHECK(fault_of({}).empty());
  CHECK(rank_questions({}, {}).empty());
}

TEST_CASE("option shares: leaves are counted once for each way, and weights go before them") {
  // 0 leads to 1 by two options and to an outcome by a third; 1 has two leaves.
  const PlanProblem problem = {.steps = {asked({step(1), step(1), outcome(0)}),
                                         {.options = {outcome(0), outcome(1)}, .weights = {1, 3}},
                                         {.options = {step(1), outcome(2)}, .weights = {0, 0}}}};
  const auto shares = option_shares(problem);
  CHECK(shares[0] == std::vector<double>{0.4, 0.4, 0.2});
  CHECK(shares[1] == std::vector<double>{0.25, 0.75});
  CHECK(shares[2][0] == Approx(2.0 / 3));
}

TEST_CASE("option shares: more ways than a number holds are shares still") {
  PlanProblem problem;
  for (std::size_t at = 0; at < 5000; ++at) problem.steps.push_back(asked({step(at + 1), step(at + 1)}));
  problem.steps.push_back(asked({outcome(0), outcome(1)}));
  for (const std::vector<double>& shares : option_shares(problem))
    CHECK(shares == std::vector<double>{0.5, 0.5});
}

TEST_CASE("next question: a certain outcome leaves nothing to ask") {
  const PlanProblem problem = {.steps = {asked({step(1), outcome(0)}), asked({outcome(0), outcome(1)})}};
  CHECK(rank_questions(problem, {.options = {1}}).empty());
  CHECK(rank_questions(problem, {.options = {0, 1}}).empty());
  CHECK(rank_questions(problem, {.options = {option_unknown, 0}}).empty());
}

TEST_CASE("next question: what makes no difference is not asked") {
  // Both answers of 1 end alike; 2 is ruled out once 0 leads to 1; 3 is on no way.
  const PlanProblem problem = {.steps = {asked({step(1), step(2)}), asked({outcome(0), outcome(0)}),
                                         asked({outcome(0), outcome(1)}), asked({outcome(2), outcome(3)})}};
  CHECK(steps_of(rank_questions(problem, {})) == Steps{0, 2});
  CHECK(rank_questions(problem, {.options = {0}}).empty());
  CHECK(steps_of(rank_questions(problem, {.options = {1}})) == Steps{2});
}

TEST_CASE("next question: a cheap question below goes before a dear one above when it may settle all") {
  PlanProblem problem = {.steps = {asked({outcome(0), step(1)}, 20), asked({outcome(0), outcome(1)}, 1)}};
  const std::vector<RankedQuestion> ranked = rank_questions(problem, {});
  REQUIRE(steps_of(ranked) == Steps{1, 0});
  CHECK(ranked[0].author_step == 0);
  CHECK(ranked[0].expected_cost == Approx(1 + 0.5 * 20));
  CHECK(ranked[1].expected_cost == Approx(20 + 2.0 / 3 * 1));
  CHECK(ranked[0].knowledge == CostKnowledge::Exact);
  CHECK(ranked[0].outcomes == 2);
  CHECK(ranked[0].fewest_left == 1);
  CHECK(ranked[0].most_left == 2);
  CHECK(ranked[0].expected_left == Approx(1.5));

  problem.steps[0].question_cost = 0.5;
  CHECK(steps_of(rank_questions(problem, {})).front() == 0);
}

TEST_CASE("next question: equally good questions go in the author's order") {
  const PlanProblem problem = {.steps = {asked({step(1), step(2)}, 3), asked({outcome(0), outcome(1)}, 3),
                                         asked({outcome(2), outcome(3)}, 3)}};
  CHECK(steps_of(rank_questions(problem, {})).front() == 0);
}

TEST_CASE("next question: a command is paid once, and is free when it has run") {
  const PlanProblem problem = {
      .steps = {gathered({step(1), outcome(0)}, {0, 0}), gathered({outcome(1), outcome(2)}, {0, 1})},
      .commands = {{10}, {2}}};
  std::vector<RankedQuestion> ranked = rank_questions(problem, {});
  CHECK(ranked.front().step == 0);
  CHECK(ranked.front().commands == Steps{0});
  CHECK(ranked.front().cost == 10);
  CHECK(ranked.front().expected_cost == Approx(10 + 2.0 / 3 * 2));
  ranked = rank_questions(problem, {.commands_run = {true}});
  CHECK(ranked.front().cost == 0);
  CHECK(ranked.front().commands.empty());
  CHECK(ranked.front().expected_cost == Approx(2.0 / 3 * 2));
}

TEST_CASE("next question: what feedback counts changes the order") {
  // Outcome 0 needs both answers or the first; how probable it is decides whether the second is worth it.
  PlanProblem problem = {.steps = {asked({outcome(0), step(1)}, 6), asked({outcome(0), outcome(1)}, 5)}};
  problem.steps[0].weights = {1, 1};
  problem.steps[1].weights = {9, 1};
  CHECK(rank_questions(problem, {}).front().step == 1);
  problem.steps[1].weights = {1, 9};
  CHECK(rank_questions(problem, {}).front().step == 0);
}

TEST_CASE("next question: a way in a circle and a step without options are ends of their own") {
  const PlanProblem circle = {.steps = {asked({step(1), outcome(0)}), asked({step(0), outcome(1)})}};
  CHECK(steps_of(rank_questions(circle, {})) == Steps{0, 1});
  CHECK(rank_questions(circle, {.options = {0, 0}}).empty());
  CHECK(rank_questions({.steps = {asked({step(0)})}}, {}).empty());
  const PlanProblem dead = {.steps = {asked({step(1), outcome(0)}), asked({})}};
  CHECK(rank_questions(dead, {}).front().outcomes == 2);
  PlanProblem knot;  // every step leads to every step
  for (std::size_t at = 0; at < 30; ++at) {
    knot.steps.push_back(asked({outcome(at)}));
    for (std::size_t to = 0; to < 30; ++to) knot.steps.back().options.push_back(step(to));
  }
  CHECK(rank_questions(knot, {}).front().step == 0);
}

TEST_CASE("next question: an answer that narrows nothing alone is asked when it does with others") {
  // The outcome is whether both answers are the same.
  const PlanProblem problem = {
      .steps = {asked({step(1), step(2)}), asked({outcome(0), outcome(1)}), asked({outcome(1), outcome(0)})}};
  const std::vector<RankedQuestion> ranked = rank_questions(problem, {});
  CHECK(ranked.front().step == 0);
  CHECK(ranked.front().fewest_left == ranked.front().outcomes);
}

TEST_CASE("next question: beyond its bounds it goes in the author's order") {
  CHECK(rank_questions(chain_of(searched_steps), {}).size() > 1);
  const std::vector<RankedQuestion> ranked = rank_questions(chain_of(searched_steps + 1), {});
  REQUIRE(ranked.size() == 1);
  CHECK(ranked.front().step == 0);
  CHECK(ranked.front().expected_cost > 1);
  CHECK(rank_questions(chain_of(planned_steps), {}).size() == 1);
}

TEST_CASE("next question: of shared commands beyond the bound each question pays anew") {
  PlanProblem problem = {
      .steps = {gathered({step(1), outcome(0)}, {}), gathered({outcome(1), outcome(2)}, {})}};
  const std::size_t commands = shared_commands + 10;
  problem.commands.assign(commands, {1});
  for (PlanStep& each : problem.steps) {
    for (std::size_t command = 0; command < commands; ++command) each.commands.push_back(command);
  }
  const RankedQuestion best = rank_questions(problem, {}).front();
  CHECK(best.cost == commands);
  CHECK(best.expected_cost == Approx(static_cast<double>(commands) + 2.0 / 3 * 10));
}

TEST_CASE("next question: work is bounded where author order alone would remember too much") {
  // Each step runs a command of its own or not, and every step is on every way: sets of commands double.
  PlanProblem problem;
  for (std::size_t at = 0; at < 120; ++at) {
    const PlanTarget on = at + 2 < 120 ? step(at + 2) : outcome(at % 7);
    problem.steps.push_back(
        gathered({at + 1 < 120 ? step(at + 1) : outcome(8), on}, {at / 2, (at * 7) % 60}));
  }
  problem.commands.assign(60, {1});
  REQUIRE(fault_of(problem).empty());
  CHECK_FALSE(rank_questions(problem, {}).empty());
}

}  // namespace tsg::test
