// SPDX-License-Identifier: MIT
#include "engine/planner/possible_ways.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/planner/step_order.h"

namespace tsg {

namespace {

enum class EndKind : std::uint8_t { Outcome, Circle, DeadEnd };
using End = std::pair<EndKind, std::size_t>;  // the outcome's number; the step of a dead end

End end_of(const PlanProblem& problem, const StepOrder& order, std::size_t step, std::size_t option) {
  if (order.circles[step][option]) return {EndKind::Circle, 0};
  return {EndKind::Outcome, problem.steps[step].options[option].index};
}

bool ends(const PlanProblem& problem, const StepOrder& order, std::size_t step, std::size_t option) {
  const bool outcome = problem.steps[step].options[option].kind == PlanTargetKind::Outcome;
  return outcome || order.circles[step][option];
}

std::map<End, GraphNode> number_ends(const PlanProblem& problem, const StepOrder& order) {
  std::map<End, GraphNode> numbers;
  for (const std::size_t step : order.steps) {
    const std::size_t options = problem.steps[step].options.size();
    if (options == 0) numbers.emplace(End{EndKind::DeadEnd, step}, 0);
    for (std::size_t option = 0; option < options; ++option) {
      if (ends(problem, order, step, option)) numbers.emplace(end_of(problem, order, step, option), 0);
    }
  }
  GraphNode next = 0;
  for (auto& [end, number] : numbers) number = next++;
  return numbers;
}

class Growing {
 public:
  Growing(const PlanProblem& problem, const PlanState& state, const StepOrder& order)
      : problem_(problem),
        state_(state),
        order_(order),
        ends_(number_ends(problem, order)),
        node_of_(problem.steps.size(), 0) {}

  // In the order of `order`, whose last step is the start; questions are numbered from the start on.
  PossibleWays grow(const std::vector<std::vector<double>>& shares) {
    std::vector<std::size_t> questions(order_.steps.rbegin(), order_.steps.rend());
    std::erase_if(questions, [&](std::size_t step) { return !is_question(step); });
    std::vector<std::vector<double>> own_shares;
    for (const std::size_t step : questions) own_shares.push_back(shares[step]);
    DecisionGraph graph(std::move(own_shares), ends_.size());
    std::size_t question = questions.size();
    for (const std::size_t step : order_.steps) {
      node_of_[step] = is_question(step) ? graph.add(--question, children_of(step)) : passed(step);
    }
    return {std::move(graph), node_of_[order_.steps.back()], std::move(questions)};
  }

 private:
  bool is_question(std::size_t step) const {
    return !problem_.steps[step].options.empty() && state_.option_of(problem_, step) == option_unknown;
  }

  GraphNode passed(std::size_t step) const {
    const std::size_t known = state_.option_of(problem_, step);
    return known == option_unknown ? ends_.at({EndKind::DeadEnd, step}) : target_of(step, known);
  }

  GraphNode target_of(std::size_t step, std::size_t option) const {
    if (ends(problem_, order_, step, option)) return ends_.at(end_of(problem_, order_, step, option));
    return node_of_[problem_.steps[step].options[option].index];
  }

  std::vector<GraphNode> children_of(std::size_t step) const {
    std::vector<GraphNode> children;
    for (std::size_t option = 0; option < problem_.steps[step].options.size(); ++option) {
      children.push_back(target_of(step, option));
    }
    return children;
  }

  const PlanProblem& problem_;
  const PlanState& state_;
  const StepOrder& order_;
  std::map<End, GraphNode> ends_;
  std::vector<GraphNode> node_of_;  // by step
};

}  // namespace

PossibleWays possible_ways(const PlanProblem& problem, const PlanState& state,
                           const std::vector<std::vector<double>>& shares) {
  const StepOrder order = order_steps(problem, state, {problem.start});
  return Growing(problem, state, order).grow(shares);
}

}  // namespace tsg
