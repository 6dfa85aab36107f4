// SPDX-License-Identifier: MIT
#include "engine/planner/plan_costs.h"

#include <set>

namespace tsg {

namespace {

std::set<std::size_t> to_run(const PlanProblem& problem, const PlanState& state, std::size_t step) {
  const std::vector<std::size_t>& needed = problem.steps[step].commands;
  std::set<std::size_t> commands(needed.begin(), needed.end());
  std::erase_if(commands, [&](std::size_t command) { return state.has_run(command); });
  return commands;
}

}  // namespace

PlanCosts::PlanCosts(const PlanProblem& problem, const PlanState& state,
                     const std::vector<std::size_t>& step_of) {
  std::vector<std::size_t> users(problem.commands.size(), 0);
  for (const std::size_t step : step_of) {
    for (const std::size_t command : to_run(problem, state, step)) ++users[command];
  }
  std::vector<std::size_t> number_of(problem.commands.size(), shared_commands);
  for (std::size_t command = 0; command < users.size(); ++command) {
    if (users[command] < 2 || command_cost_.size() == shared_commands) continue;
    number_of[command] = command_cost_.size();
    command_cost_.push_back(problem.commands[command].cost);
    users_.push_back(static_cast<double>(users[command]));
  }
  for (const std::size_t step : step_of) prices_.push_back(price_of(problem, state, step, number_of));
}

PlanCosts::Price PlanCosts::price_of(const PlanProblem& problem, const PlanState& state, std::size_t step,
                                     const std::vector<std::size_t>& number_of) const {
  Price price;
  if (problem.steps[step].commands.empty()) price.own = problem.steps[step].question_cost;
  for (const std::size_t command : to_run(problem, state, step)) {
    if (number_of[command] == shared_commands) {
      price.own += problem.commands[command].cost;
    } else {
      price.shared.push_back(number_of[command]);
      price.set.set(number_of[command]);
    }
  }
  return price;
}

double PlanCosts::price(std::size_t question, RunSet run) const {
  double sum = prices_[question].own;
  for (const std::size_t command : prices_[question].shared) {
    if (!sets_[run].test(command)) sum += command_cost_[command];
  }
  return sum;
}

double PlanCosts::part(std::size_t question, RunSet run) const {
  double sum = prices_[question].own;
  for (const std::size_t command : prices_[question].shared) {
    if (!sets_[run].test(command)) sum += command_cost_[command] / users_[command];
  }
  return sum;
}

const PlanCosts::Set& PlanCosts::needed_in(const DecisionGraph& graph, GraphNode node) {
  for (GraphNode at = static_cast<GraphNode>(needed_.size()); at < graph.nodes(); ++at) {
    Set needed;
    if (!graph.is_outcome(at)) {
      needed = prices_[graph.question(at)].set;
      for (const GraphNode child : graph.children(at)) needed |= needed_[child];
    }
    needed_.push_back(needed);
  }
  return needed_[node];
}

RunSet PlanCosts::run_after(RunSet run, std::size_t question, const DecisionGraph& graph, GraphNode left) {
  if (prices_[question].shared.empty()) return run_for(run, graph, left);
  return number((sets_[run] | prices_[question].set) & needed_in(graph, left));
}

RunSet PlanCosts::run_for(RunSet run, const DecisionGraph& graph, GraphNode left) {
  if (run == nothing_run) return run;
  return number(sets_[run] & needed_in(graph, left));
}

RunSet PlanCosts::number(const Set& set) {
  if (set.none()) return nothing_run;
  const auto [place, added] = numbers_.emplace(set, static_cast<RunSet>(sets_.size()));
  if (added) sets_.push_back(set);
  return place->second;
}

}  // namespace tsg
