// SPDX-License-Identifier: MIT
// Decision trees by seed: what steps lead to, which outcomes repeat, what shares a command.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "engine/planner/plan_problem.h"

namespace tsg::test {

enum class Shape { Tree, Chain, Dag };

struct ProblemKind {
  Shape shape = Shape::Tree;
  std::size_t fewest_steps = 1;
  std::size_t most_steps = 9;
  std::size_t most_options = 3;
  std::size_t most_commands = 5;
  std::size_t most_outcomes = SIZE_MAX;  // at least 2
};

class RandomProblem {
 public:
  RandomProblem(const ProblemKind& kind, std::uint64_t seed) : kind_(kind), random_(seed) {}

  PlanProblem make() {
    PlanProblem problem;
    problem.steps.resize(number(kind_.fewest_steps, kind_.most_steps));
    problem.commands.resize(number(0, kind_.most_commands));
    for (PlanCommand& command : problem.commands) command.cost = static_cast<double>(number(1, 20));
    const std::size_t outcomes = number(2, std::min(kind_.most_outcomes, problem.steps.size() + 2));
    for (PlanStep& step : problem.steps) fill(problem, step, outcomes);
    connect(problem);
    if (kind_.shape == Shape::Dag) share_steps(problem);
    return problem;
  }

 private:
  std::size_t number(std::size_t least, std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(least, most)(random_);
  }

  void fill(const PlanProblem& problem, PlanStep& step, std::size_t outcomes) {
    step.options.resize(number(2, kind_.most_options));
    for (PlanTarget& target : step.options) target = {PlanTargetKind::Outcome, number(0, outcomes - 1)};
    step.question_cost = static_cast<double>(number(1, 20));
    if (problem.commands.empty() || number(0, 1) == 0) return;
    for (std::size_t count = number(1, std::min<std::size_t>(3, problem.commands.size())); count > 0;
         --count) {
      step.commands.push_back(number(0, problem.commands.size() - 1));
    }
  }

  // Every step but the first below one before it, in the place of an outcome.
  void connect(PlanProblem& problem) {
    for (std::size_t at = 1; at < problem.steps.size(); ++at) {
      std::vector<PlanTarget*> free;
      const std::size_t first = kind_.shape == Shape::Chain ? at - 1 : 0;
      for (std::size_t above = first; above < at; ++above) {
        for (PlanTarget& target : problem.steps[above].options) {
          if (target.kind == PlanTargetKind::Outcome) free.push_back(&target);
        }
      }
      *free[number(0, free.size() - 1)] = {PlanTargetKind::Step, at};
    }
  }

  void share_steps(PlanProblem& problem) {
    for (std::size_t at = 0; at + 1 < problem.steps.size(); ++at) {
      for (PlanTarget& target : problem.steps[at].options) {
        if (target.kind == PlanTargetKind::Step || number(0, 1) == 0) continue;
        target = {PlanTargetKind::Step, number(at + 1, problem.steps.size() - 1)};
      }
    }
  }

  ProblemKind kind_;
  std::mt19937_64 random_;
};

inline PlanProblem random_problem(const ProblemKind& kind, std::uint64_t seed) {
  return RandomProblem(kind, seed).make();
}

}  // namespace tsg::test
