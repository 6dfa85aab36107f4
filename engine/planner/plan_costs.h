// SPDX-License-Identifier: MIT
// What asking costs, by question of a graph. Commands that have run, or that one question alone needs, are
// folded into a question's own cost; the others are numbered, so that a set of them is a number too.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/planner/decision_graph.h"
#include "engine/planner/plan_problem.h"

namespace tsg {

// Shared commands beyond these count as if each question ran them anew.
inline constexpr std::size_t shared_commands = 256;

using RunSet = std::uint32_t;  // a set of shared commands that have run, by its number
inline constexpr RunSet nothing_run = 0;

class PlanCosts {
 public:
  // `step_of`: by question. REQUIRES: the problem is valid
  PlanCosts(const PlanProblem& problem, const PlanState& state, const std::vector<std::size_t>& step_of);

  double price(std::size_t question, RunSet run) const;
  // Its part of the price when the price of a command is split among all questions that need it: what is
  // asked in a walk costs at least the sum of its parts.
  double part(std::size_t question, RunSet run) const;
  // `run` and what asking runs, as far as it can still save something in `left`, which may have been added to
  // the graph since.
  RunSet run_after(RunSet run, std::size_t question, const DecisionGraph& graph, GraphNode left);
  RunSet run_for(RunSet run, const DecisionGraph& graph, GraphNode left);

 private:
  using Set = std::bitset<shared_commands>;
  struct Price {
    double own = 0;
    std::vector<std::size_t> shared = {};  // ascending
    Set set = {};
  };

  Price price_of(const PlanProblem& problem, const PlanState& state, std::size_t step,
                 const std::vector<std::size_t>& number_of) const;
  const Set& needed_in(const DecisionGraph& graph, GraphNode node);
  RunSet number(const Set& set);

  std::vector<Price> prices_ = {};         // by question
  std::vector<double> command_cost_ = {};  // by shared command
  std::vector<double> users_ = {};         // by shared command: how many questions need it
  std::vector<Set> needed_ = {};           // by node
  std::vector<Set> sets_ = {Set{}};        // by RunSet
  std::unordered_map<Set, RunSet> numbers_ = {{Set{}, nothing_run}};
};

}  // namespace tsg
