// SPDX-License-Identifier: MIT
// A decision tree as the planner sees it: what each step may answer, where an answer leads, what asking
// costs. Steps, options, outcomes and commands are numbers; guide_problem.h makes one of a guide.
//
//   start 0: 0 -> step 1 | outcome 7        costs 5, asked by hand
//            1 -> outcome 7 | outcome 8     reads what commands 0 and 2 gather
//
// Every step answers independently of the others. Steps may be shared by several ways (a DAG). Where a way
// leads in a circle, it ends there, and that end is an outcome of its own; so is a step without options.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tsg {

enum class PlanTargetKind : std::uint8_t { Step, Outcome };

struct PlanTarget {
  PlanTargetKind kind = PlanTargetKind::Outcome;
  std::size_t index = 0;  // of a step; or any number that tells outcomes apart
  bool operator==(const PlanTarget&) const = default;
};

struct PlanStep {
  std::vector<PlanTarget> options = {};
  // How often each option was the answer. Empty, or of sum 0: the shares of leaves (option_shares.h).
  std::vector<double> weights = {};
  double question_cost = 1;  // of a step that is asked by hand: it has no commands
  // What must have run before its rule can answer; asking it costs those that have not, and nothing else.
  std::vector<std::size_t> commands = {};
  bool operator==(const PlanStep&) const = default;
};

struct PlanCommand {
  double cost = 1;  // paid once in a walk
  bool operator==(const PlanCommand&) const = default;
};

struct PlanProblem {
  std::size_t start = 0;
  std::vector<PlanStep> steps = {};
  std::vector<PlanCommand> commands = {};
  bool operator==(const PlanProblem&) const = default;
};

inline constexpr std::size_t planned_steps = 10000;    // of one problem
inline constexpr std::size_t planned_options = 65536;  // of all its steps together

// What makes a problem unfit, in words; empty when it is valid: within the bounds above, indexes exist, costs
// and weights are finite and not negative, a step has no weights or as many as options.
std::string fault_of(const PlanProblem& problem);

inline constexpr std::size_t option_unknown = SIZE_MAX;

// What is known so far. Vectors may be shorter than the problem: the rest is unknown, or has not run.
struct PlanState {
  std::vector<std::size_t> options = {};  // by step: the option known, or option_unknown
  std::vector<bool> commands_run = {};    // by command

  // An option that does not exist counts as unknown.
  std::size_t option_of(const PlanProblem& problem, std::size_t step) const;
  bool has_run(std::size_t command) const;
  bool operator==(const PlanState&) const = default;
};

}  // namespace tsg
