// SPDX-License-Identifier: MIT
#include "engine/planner/option_shares.h"

#include <algorithm>
#include <numeric>

#include "engine/planner/step_order.h"

namespace tsg {

namespace {

// Divides by the largest first, so that no sum leaves the range of a double.
std::vector<double> shares_of(std::vector<double> amounts) {
  const double largest = amounts.empty() ? 0 : *std::max_element(amounts.begin(), amounts.end());
  if (largest <= 0) return amounts;
  for (double& amount : amounts) amount /= largest;
  const double sum = std::accumulate(amounts.begin(), amounts.end(), 0.0);
  for (double& amount : amounts) amount /= sum;
  return amounts;
}

bool has_weights(const PlanStep& step) {
  return std::any_of(step.weights.begin(), step.weights.end(), [](double weight) { return weight > 0; });
}

// The start first: where ways lead in a circle, it is cut as a walk meets it.
std::vector<std::size_t> all_steps(const PlanProblem& problem) {
  std::vector<std::size_t> steps = {problem.start};
  for (std::size_t at = 0; at < problem.steps.size(); ++at) steps.push_back(at);
  return steps;
}

}  // namespace

std::vector<std::vector<double>> option_shares(const PlanProblem& problem) {
  if (problem.steps.empty()) return {};
  const StepOrder order = order_steps(problem, {}, all_steps(problem));
  std::vector<double> leaves(problem.steps.size(), 1.0);  // a step without options is one
  std::vector<std::vector<double>> shares(problem.steps.size());
  for (const std::size_t at : order.steps) {
    const PlanStep& step = problem.steps[at];
    std::vector<double> below;
    for (std::size_t option = 0; option < step.options.size(); ++option) {
      const PlanTarget& target = step.options[option];
      const bool ends = target.kind == PlanTargetKind::Outcome || order.circles[at][option];
      below.push_back(ends ? 1.0 : leaves[target.index]);
    }
    const double sum = std::accumulate(below.begin(), below.end(), 0.0);
    if (!below.empty()) leaves[at] = std::min(sum, counted_leaves);
    shares[at] = shares_of(has_weights(step) ? step.weights : std::move(below));
  }
  return shares;
}

}  // namespace tsg
