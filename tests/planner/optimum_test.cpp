// SPDX-License-Identifier: MIT
// The policy against the optimum that exhaustive search finds. TSG_PLAN_SEEDS sets how many problems of each
// kind are tried, TSG_PLAN_FIRST the first seed; figures are printed then.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <string>

#include "engine/planner/next_question.h"
#include "tests/planner/exhaustive.h"
#include "tests/planner/random_problem.h"

namespace tsg::test {

namespace {

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

PlanState state_of(const PlanProblem& problem, const Known& known) {
  PlanState state = {.options = known.options};
  for (std::size_t command = 0; command < problem.commands.size(); ++command) {
    state.commands_run.push_back(((known.run >> command) & 1U) != 0);
  }
  return state;
}

struct Figures {
  std::size_t problems = 0;
  double ratios = 0;  // their sum
  double author_ratios = 0;
  double worst = 1;
  double above_author = 0;  // the most that a policy cost more than author order
  double below_optimum = 0;
  double off_promise = 0;   // the most that a policy cost more than it said at its start
  std::size_t useless = 0;  // questions
  std::size_t optimal = 0;
  std::size_t states = 0;   // of the oracle, the most
  std::size_t asked = 0;    // how often the policy was
  double slowest_ms = 0;    // of one ranking
  double milliseconds = 0;  // of all
};

class Measuring {
 public:
  Measuring(const PlanProblem& problem, Figures& figures)
      : problem_(problem), oracle_(problem), figures_(figures) {}

  void measure() {
    const double optimum = oracle_.optimum();
    const double author = oracle_.author_cost();
    const double cost = oracle_.cost_of([this](const Known& known) { return chosen(known); });
    ++figures_.problems;
    const double ratio = optimum > 0 ? cost / optimum : 1;
    figures_.ratios += ratio;
    figures_.author_ratios += optimum > 0 ? author / optimum : 1;
    figures_.worst = std::max(figures_.worst, ratio);
    figures_.optimal += ratio < 1 + 1e-9 ? 1U : 0U;
    figures_.above_author = std::max(figures_.above_author, cost - author);
    figures_.below_optimum = std::max(figures_.below_optimum, optimum - cost);
    figures_.off_promise = std::max(figures_.off_promise, cost - promise_);
    figures_.states = std::max(figures_.states, oracle_.states());
  }

 private:
  std::size_t chosen(const Known& known) {
    const std::clock_t begin = std::clock();
    const std::vector<RankedQuestion> ranked = rank_questions(problem_, state_of(problem_, known));
    const double took = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    figures_.slowest_ms = std::max(figures_.slowest_ms, took);
    figures_.milliseconds += took;
    ++figures_.asked;
    REQUIRE_FALSE(ranked.empty());
    if (known == oracle_.nothing()) promise_ = ranked.front().expected_cost;
    if (problem_.steps.size() <= 7) count_useless(known, ranked);
    return ranked.front().step;
  }

  // Ranked are exactly the questions that matter.
  void count_useless(const Known& known, const std::vector<RankedQuestion>& ranked) {
    std::set<std::size_t> steps;
    for (const RankedQuestion& question : ranked) steps.insert(question.step);
    REQUIRE(steps.size() == ranked.size());
    for (std::size_t step = 0; step < problem_.steps.size(); ++step) {
      figures_.useless += oracle_.matters(known, step) == (steps.count(step) == 1) ? 0U : 1U;
    }
  }

  const PlanProblem& problem_;
  Exhaustive oracle_;
  Figures& figures_;
  double promise_ = 0;
};

Figures measured(const ProblemKind& kind, std::uint64_t problems) {
  Figures figures;
  const std::uint64_t first = setting("TSG_PLAN_FIRST", 1);
  for (std::uint64_t seed = first; seed < first + problems; ++seed) {
    const PlanProblem problem = random_problem(kind, seed);
    REQUIRE(fault_of(problem).empty());
    Measuring(problem, figures).measure();
  }
  return figures;
}

void print(const char* name, const Figures& figures) {
  if (std::getenv("TSG_PLAN_SEEDS") == nullptr) return;
  const double count = static_cast<double>(figures.problems);
  fmt::print(
      "{}: {} problems, mean {:.4f}x the optimum, worst {:.4f}x, author order {:.4f}x; {} optimal; "
      "over author {:.2g}, over promise {:.2g}; {} states at most; {:.3f} ms of processor a ranking, {:.1f} "
      "at most\n",
      name, figures.problems, figures.ratios / count, figures.worst, figures.author_ratios / count,
      figures.optimal, figures.above_author, figures.off_promise, figures.states,
      figures.milliseconds / std::max<double>(1, static_cast<double>(figures.asked)), figures.slowest_ms);
}

void require_promise(const char* name, const ProblemKind& kind, std::uint64_t everyday) {
  const Figures figures = measured(kind, setting("TSG_PLAN_SEEDS", everyday));
  print(name, figures);
  CHECK(figures.ratios / static_cast<double>(figures.problems) <= 1.10);
  CHECK(figures.worst <= 1.5);
  CHECK(figures.above_author < 1e-6);
  CHECK(figures.below_optimum < 1e-6);
  CHECK(figures.off_promise < 1e-6);
  CHECK(figures.useless == 0);
}

// Too many states of knowledge for the optimum, few enough on the ways of one policy.
void require_no_worse(const char* name, const ProblemKind& kind, std::uint64_t everyday) {
  const std::uint64_t problems = setting("TSG_PLAN_SEEDS", everyday);
  double saved = 0;
  double most_saved = 0;
  for (std::uint64_t seed = 1; seed <= problems; ++seed) {
    const PlanProblem problem = random_problem(kind, seed);
    Exhaustive oracle(problem);
    const double author = oracle.author_cost();
    const double cost = oracle.cost_of([&](const Known& known) {
      const std::vector<RankedQuestion> ranked = rank_questions(problem, state_of(problem, known));
      REQUIRE_FALSE(ranked.empty());
      return ranked.front().step;
    });
    CHECK(cost <= author + 1e-6);
    saved += 1 - cost / author;
    most_saved = std::max(most_saved, 1 - cost / author);
  }
  if (std::getenv("TSG_PLAN_SEEDS") == nullptr) return;
  fmt::print("{}: {} problems, {:.1f} % below author order, {:.1f} % at most\n", name, problems,
             100 * saved / static_cast<double>(problems), 100 * most_saved);
}

}  // namespace

TEST_CASE("next question: on random trees it costs hardly more than the optimum") {
  require_promise("trees", {}, 20);
}

TEST_CASE("next question: on random chains it costs hardly more than the optimum") {
  require_promise("chains", {.shape = Shape::Chain, .most_steps = 8}, 30);
}

TEST_CASE("next question: where ways share steps it costs hardly more than the optimum") {
  require_promise("shared steps", {.shape = Shape::Dag, .most_steps = 7}, 30);
}

TEST_CASE("next question: of many options it costs hardly more than the optimum") {
  require_promise("many options", {.most_steps = 6, .most_options = 8}, 30);
}

TEST_CASE("next question: where search does not come to its end it costs no more than author order") {
  require_no_worse("trees of 25", {.fewest_steps = 25, .most_steps = 25, .most_outcomes = 4}, 1);
  require_no_worse("shared steps, 18", {.shape = Shape::Dag, .fewest_steps = 18, .most_steps = 18}, 1);
}

// Beyond what the everyday run can hold against the oracle: chosen by its tag.
TEST_CASE("next question: much larger problems cost no more than author order", "[.][large]") {
  require_no_worse("trees of 40", {.fewest_steps = 40, .most_steps = 40, .most_outcomes = 4}, 3);
  require_no_worse("chains of 30",
                   {.shape = Shape::Chain, .fewest_steps = 30, .most_steps = 30, .most_outcomes = 4}, 3);
}

TEST_CASE("next question: larger problems cost hardly more than the optimum", "[.][large]") {
  require_promise("trees of 12", {.fewest_steps = 12, .most_steps = 12}, 20);
  require_promise("chains of 12", {.shape = Shape::Chain, .fewest_steps = 12, .most_steps = 12}, 20);
  require_promise("shared steps, 10", {.shape = Shape::Dag, .fewest_steps = 10, .most_steps = 10}, 20);
  require_promise("trees of 11, few outcomes",
                  {.fewest_steps = 11, .most_steps = 11, .most_options = 2, .most_outcomes = 2}, 20);
  require_promise(
      "chains of 14, few outcomes",
      {.shape = Shape::Chain, .fewest_steps = 14, .most_steps = 14, .most_options = 2, .most_outcomes = 3},
      20);
  require_promise("shared steps, 12",
                  {.shape = Shape::Dag, .fewest_steps = 12, .most_steps = 12, .most_options = 2}, 20);
}

}  // namespace tsg::test
