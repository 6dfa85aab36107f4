// SPDX-License-Identifier: MIT
// Problems too large for the oracle: what a ranking says of itself must hold, and it must end soon. With
// TSG_PLAN_SEEDS set, its figures are printed.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <set>

#include "engine/planner/next_question.h"
#include "tests/planner/exhaustive.h"
#include "tests/planner/random_problem.h"

namespace tsg::test {

namespace {

struct Scale {
  const char* name = "";
  ProblemKind kind = {};
};

ProblemKind of_size(Shape shape, std::size_t steps, std::size_t commands) {
  return {.shape = shape,
          .fewest_steps = steps,
          .most_steps = steps,
          .most_options = 3,
          .most_commands = commands};
}

struct Timed {
  std::vector<RankedQuestion> ranked = {};
  double milliseconds = 0;
};

Timed rank_timed(const PlanProblem& problem) {
  const std::clock_t begin = std::clock();
  Timed timed = {rank_questions(problem, {})};
  timed.milliseconds = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  return timed;
}

}  // namespace

TEST_CASE("next question: problems of hundreds of steps are ranked, and never worse than author order") {
  const Scale scales[] = {
      {"tree of 25", of_size(Shape::Tree, 25, 10)},       {"tree of 60", of_size(Shape::Tree, 60, 20)},
      {"tree of 200", of_size(Shape::Tree, 200, 40)},     {"chain of 25", of_size(Shape::Chain, 25, 10)},
      {"chain of 60", of_size(Shape::Chain, 60, 20)},     {"chain of 200", of_size(Shape::Chain, 200, 40)},
      {"sharing 25", of_size(Shape::Dag, 25, 10)},        {"sharing 60", of_size(Shape::Dag, 60, 20)},
      {"sharing 200", of_size(Shape::Dag, 200, 40)},      {"tree of 1000", of_size(Shape::Tree, 1000, 300)},
      {"chain of 1000", of_size(Shape::Chain, 1000, 60)}, {"sharing 1000", of_size(Shape::Dag, 1000, 60)},
      {"chain of 5000", of_size(Shape::Chain, 5000, 60)}};
  const std::uint64_t seeds = std::getenv("TSG_PLAN_SEEDS") == nullptr ? 1 : 5;
  for (const Scale& scale : scales) {
    double slowest = 0;
    double saved = 0;
    std::size_t exact = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      const Timed timed = rank_timed(random_problem(scale.kind, seed));
      if (timed.ranked.empty()) continue;
      const RankedQuestion& best = timed.ranked.front();
      slowest = std::max(slowest, timed.milliseconds);
      exact += best.knowledge == CostKnowledge::Exact ? 1U : 0U;
      for (const RankedQuestion& question : timed.ranked) {
        CHECK(question.expected_cost >= best.expected_cost - 1e-6 * best.expected_cost);
        CHECK(question.fewest_left <= question.most_left);
        CHECK(question.most_left <= question.outcomes);
        if (question.step == question.author_step) saved += 1 - best.expected_cost / question.expected_cost;
      }
    }
    if (std::getenv("TSG_PLAN_SEEDS") == nullptr) continue;
    fmt::print("{}: {:.2f} ms of processor at most, {} of {} exact, the author's first costs {:.1f} % more\n",
               scale.name, slowest, exact, seeds, 100 * saved / static_cast<double>(seeds));
  }
}

}  // namespace tsg::test
