// SPDX-License-Identifier: MIT
#include "engine/planner/plan_problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tsg {

namespace {

bool is_amount(double value) {
  return std::isfinite(value) && value >= 0;
}

bool leads_somewhere(const PlanProblem& problem, const PlanTarget& target) {
  return target.kind == PlanTargetKind::Outcome || target.index < problem.steps.size();
}

std::string_view fault_in(const PlanProblem& problem, const PlanStep& step) {
  if (!step.weights.empty() && step.weights.size() != step.options.size()) {
    return "has not as many weights as options";
  }
  if (!std::all_of(step.weights.begin(), step.weights.end(), is_amount)) return "has a weight below 0";
  if (!is_amount(step.question_cost)) return "has a cost below 0";
  for (const PlanTarget& target : step.options) {
    if (!leads_somewhere(problem, target)) return "leads to a step that does not exist";
  }
  for (const std::size_t command : step.commands) {
    if (command >= problem.commands.size()) return "needs a command that does not exist";
  }
  return {};
}

}  // namespace

std::string fault_of(const PlanProblem& problem) {
  if (problem.steps.size() > planned_steps) return fmt::format("it has more than {} steps", planned_steps);
  if (!problem.steps.empty() && problem.start >= problem.steps.size()) return "its start does not exist";
  std::size_t options = 0;
  for (std::size_t at = 0; at < problem.steps.size(); ++at) {
    options += problem.steps[at].options.size();
    const std::string_view fault = fault_in(problem, problem.steps[at]);
    if (!fault.empty()) return fmt::format("step {} {}", at, fault);
  }
  if (options > planned_options) return fmt::format("it has more than {} options", planned_options);
  const auto priced = [](const PlanCommand& command) { return is_amount(command.cost); };
  const bool all_priced = std::all_of(problem.commands.begin(), problem.commands.end(), priced);
  return all_priced ? "" : "a command has a cost below 0";
}

std::size_t PlanState::option_of(const PlanProblem& problem, std::size_t step) const {
  if (step >= options.size() || options[step] >= problem.steps[step].options.size()) return option_unknown;
  return options[step];
}

bool PlanState::has_run(std::size_t command) const {
  return command < commands_run.size() && commands_run[command];
}

}  // namespace tsg
