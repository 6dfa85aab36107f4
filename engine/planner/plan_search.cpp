// SPDX-License-Identifier: MIT
#include "engine/planner/plan_search.h"

#include <algorithm>

namespace tsg {

namespace {

constexpr std::size_t no_question = SIZE_MAX;
// Of different sets of commands in one node there may be more than can be told apart; from here on, what
// author order runs is no longer remembered, and its cost is bounded from above instead.
constexpr std::size_t remembered_costs = 50000;

std::uint64_t key_of(Knowledge at) {
  return (std::uint64_t{at.node} << 32U) | at.run;
}

double tolerance(double value) {
  return cost_precision * std::max(1.0, value);
}

}  // namespace

bool are_equal(const CostBounds& bounds) {
  return bounds.upper - bounds.lower <= tolerance(bounds.upper);
}

double PlanSearch::author_cost(Knowledge at) {
  if (graph_.is_outcome(at.node)) return 0;
  if (const double* known = author_costs_.find(key_of(at))) return *known;
  const std::size_t question = graph_.question(at.node);
  const std::vector<double>& shares = graph_.shares(question);
  double sum = costs_.price(question, at.run);
  for (std::size_t option = 0; option < shares.size(); ++option) {
    const GraphNode child = graph_.child(at.node, option);
    const bool remembered = author_costs_.size() < remembered_costs;
    const RunSet run = remembered ? costs_.run_after(at.run, question, graph_, child)
                                  : costs_.run_for(at.run, graph_, child);
    sum += shares[option] * author_cost({child, run});
  }
  author_costs_.add(key_of(at), sum);
  return sum;
}

double PlanSearch::least_cost(Knowledge at) {
  if (graph_.is_outcome(at.node)) return 0;
  if (const double* known = least_costs_.find(key_of(at))) return *known;
  const std::size_t question = graph_.question(at.node);
  const std::vector<double>& shares = graph_.shares(question);
  double sum = costs_.part(question, at.run) * (1 - graph_.agreement(at.node));
  for (std::size_t option = 0; option < shares.size(); ++option) {
    const GraphNode child = graph_.child(at.node, option);
    sum += shares[option] * least_cost({child, costs_.run_for(at.run, graph_, child)});
  }
  least_costs_.add(key_of(at), sum);
  return sum;
}

std::size_t PlanSearch::standing_of(Knowledge at) {
  if (const std::uint32_t* known = standing_index_.find(key_of(at))) return *known;
  const std::size_t index = standings_.size();
  const double upper = author_cost(at);
  standings_.push_back({.bounds = {upper, std::min(upper, least_cost(at))}});
  standing_index_.add(key_of(at), static_cast<std::uint32_t>(index));
  return index;
}

double PlanSearch::lower_of(Knowledge at) {
  if (const std::uint32_t* known = standing_index_.find(key_of(at))) return standings_[*known].bounds.lower;
  return least_cost(at);
}

Knowledge PlanSearch::after(Knowledge at, std::size_t question, std::size_t option) {
  const GraphNode left = graph_.answered(at.node, question, option);
  return {left, costs_.run_after(at.run, question, graph_, left)};
}

CostBounds PlanSearch::solve(Knowledge at, std::uint32_t depth) {
  if (graph_.is_outcome(at.node)) return {};
  const std::size_t index = standing_of(at);
  const Standing before = standings_[index];
  if (are_equal(before.bounds) || before.depth >= depth || exhausted()) return before.bounds;
  const CostBounds improved = improve(at, before.bounds, depth);
  standings_[index] = {improved, exhausted() ? before.depth : depth};
  return improved;
}

CostBounds PlanSearch::improve(Knowledge at, CostBounds bounds, std::uint32_t depth) {
  const std::uint32_t below = depth == any_depth ? any_depth : depth - 1;
  double lower = std::numeric_limits<double>::infinity();
  for (const Candidate& candidate : candidates(at)) {
    if (candidate.lower >= bounds.upper - tolerance(bounds.upper) || exhausted()) {
      lower = std::min(lower, candidate.lower);
      continue;
    }
    const CostBounds asked = ask(at, candidate.question, below, bounds.upper);
    bounds.upper = std::min(bounds.upper, asked.upper);
    lower = std::min(lower, asked.lower);
  }
  bounds.lower = std::min(bounds.upper, std::max(bounds.lower, lower));
  return bounds;
}

CostBounds PlanSearch::ask(Knowledge at, std::size_t question, std::uint32_t depth, double bar) {
  const std::vector<double>& shares = graph_.shares(question);
  std::vector<Knowledge> left;
  CostBounds sum = {costs_.price(question, at.run), costs_.price(question, at.run)};
  for (std::size_t option = 0; option < shares.size(); ++option) {
    left.push_back(after(at, question, option));
    sum.lower += shares[option] * lower_of(left.back());
  }
  for (std::size_t option = 0; option < shares.size(); ++option) {
    if (sum.lower >= bar) return {std::numeric_limits<double>::infinity(), sum.lower};
    const double before = lower_of(left[option]);
    const CostBounds own = solve(left[option], depth);
    sum.upper += shares[option] * own.upper;
    sum.lower += shares[option] * (own.lower - before);
  }
  return sum;
}

// The most promising first.
std::vector<PlanSearch::Candidate> PlanSearch::candidates(Knowledge at) {
  std::vector<std::size_t> questions = graph_.questions_in(at.node);
  const std::size_t forced = forced_question(at, questions);
  if (forced != no_question) questions = {forced};
  std::vector<Candidate> found;
  for (const std::size_t question : questions) found.push_back({question, promise_of(at, question)});
  const auto promises_more = [](const Candidate& a, const Candidate& b) { return a.lower < b.lower; };
  std::stable_sort(found.begin(), found.end(), promises_more);
  return found;
}

// What asking it costs at least.
double PlanSearch::promise_of(Knowledge at, std::size_t question) {
  if (exhausted()) return lower_of(at);
  const std::vector<double>& shares = graph_.shares(question);
  tried_ += shares.size();
  double lower = costs_.price(question, at.run);
  for (std::size_t option = 0; option < shares.size(); ++option) {
    lower += shares[option] * lower_of(after(at, question, option));
  }
  return lower;
}

std::size_t PlanSearch::forced_question(Knowledge at, const std::vector<std::size_t>& questions) const {
  for (const std::size_t question : questions) {
    if (costs_.price(question, at.run) <= 0) return question;
  }
  return graph_.agreement(at.node) > 0 ? no_question : graph_.question(at.node);
}

}  // namespace tsg
