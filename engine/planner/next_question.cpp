// SPDX-License-Identifier: MIT
#include "engine/planner/next_question.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/planner/option_shares.h"
#include "engine/planner/plan_search.h"
#include "engine/planner/possible_ways.h"

namespace tsg {

namespace {

constexpr std::uint32_t deepest_lookahead = 3;

class Ranking {
 public:
  Ranking(const PlanProblem& problem, const PlanState& state, PossibleWays& ways)
      : problem_(problem),
        state_(state),
        ways_(ways),
        costs_(problem, state, ways.step_of),
        search_(ways.graph, costs_),
        root_{ways.root, nothing_run} {}

  std::vector<RankedQuestion> rank() {
    const std::vector<std::size_t> open = ways_.graph.questions_in(root_.node);
    if (open.size() > searched_steps) return {described(open.front(), {unshared_cost(), 0})};
    look_ahead(open.size() <= few_steps ? search_work_of_few : search_work);
    search_.allow(ranking_work);
    std::vector<RankedQuestion> ranked;
    for (const std::size_t question : open) {
      if (search_.exhausted()) break;
      ranked.push_back(described(question, search_.ask(root_, question, depth_)));
    }
    order(ranked);
    return ranked;
  }

 private:
  // Searches to the end if that is little work; else as deep as it gets.
  void look_ahead(std::size_t work) {
    search_.allow(work);
    if (are_equal(search_.solve(root_, any_depth))) return;
    search_.allow(work);
    for (std::uint32_t depth = 1; depth <= deepest_lookahead; ++depth) search_.solve(root_, depth);
    depth_ = 0;
  }

  // Of author order, when every question runs its commands anew: no more than a sum, however large it all is.
  double unshared_cost() const {
    const DecisionGraph& graph = ways_.graph;
    std::vector<double> costs(graph.nodes(), 0.0);
    for (GraphNode node = 0; node < graph.nodes(); ++node) {
      if (graph.is_outcome(node)) continue;
      const std::size_t question = graph.question(node);
      costs[node] = costs_.price(question, nothing_run);
      for (std::size_t option = 0; option < graph.shares(question).size(); ++option) {
        costs[node] += graph.shares(question)[option] * costs[graph.child(node, option)];
      }
    }
    return costs[root_.node];
  }

  RankedQuestion described(std::size_t question, const CostBounds& bounds) {
    RankedQuestion described;
    described.step = ways_.step_of[question];
    described.author_step = ways_.step_of[ways_.graph.question(root_.node)];
    described.expected_cost = bounds.upper;
    described.knowledge = are_equal(bounds) ? CostKnowledge::Exact : CostKnowledge::AtMost;
    describe_cost(described);
    describe_narrowing(described, question);
    return described;
  }

  void describe_cost(RankedQuestion& described) const {
    const PlanStep& step = problem_.steps[described.step];
    const std::set<std::size_t> needed(step.commands.begin(), step.commands.end());
    if (needed.empty()) described.cost = step.question_cost;
    for (const std::size_t command : needed) {
      if (state_.has_run(command)) continue;
      described.commands.push_back(command);
      described.cost += problem_.commands[command].cost;
    }
  }

  void describe_narrowing(RankedQuestion& described, std::size_t question) {
    described.outcomes = ways_.graph.outcomes_left(root_.node);
    described.fewest_left = described.outcomes;
    const std::vector<double>& shares = ways_.graph.shares(question);
    for (std::size_t option = 0; option < shares.size(); ++option) {
      const std::size_t left = ways_.graph.outcomes_left(ways_.graph.answered(root_.node, question, option));
      described.fewest_left = std::min(described.fewest_left, left);
      described.most_left = std::max(described.most_left, left);
      described.expected_left += shares[option] * static_cast<double>(left);
    }
  }

  // Costs within the precision of the best are equal to it, so that rounding does not choose.
  static void order(std::vector<RankedQuestion>& ranked) {
    double best = std::numeric_limits<double>::infinity();
    for (const RankedQuestion& question : ranked) best = std::min(best, question.expected_cost);
    const double equal = best + cost_precision * std::max(1.0, best);
    const auto merit = [&](const RankedQuestion& question) {
      return std::tuple(question.expected_cost <= equal ? best : question.expected_cost,
                        question.step != question.author_step, question.cost, question.expected_left);
    };
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](const RankedQuestion& a, const RankedQuestion& b) { return merit(a) < merit(b); });
  }

  const PlanProblem& problem_;
  const PlanState& state_;
  PossibleWays& ways_;
  PlanCosts costs_;
  PlanSearch search_;
  Knowledge root_;
  std::uint32_t depth_ = 2;  // when judging each question: how far beyond what is already known
};

}  // namespace

std::vector<RankedQuestion> rank_questions(const PlanProblem& problem, const PlanState& state) {
  if (problem.steps.empty() || !fault_of(problem).empty()) return {};
  PossibleWays ways = possible_ways(problem, state, option_shares(problem));
  if (ways.graph.is_outcome(ways.root)) return {};
  return Ranking(problem, state, ways).rank();
}

}  // namespace tsg
