// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/planner/decision_graph.h"
#include "engine/planner/plan_problem.h"

namespace tsg {

// The ways that a state of knowledge leaves.
struct PossibleWays {
  DecisionGraph graph;
  GraphNode root = 0;                     // an outcome: it is certain
  std::vector<std::size_t> step_of = {};  // by question of the graph
};

// REQUIRES: the problem is valid and has steps; `shares` are its option_shares
PossibleWays possible_ways(const PlanProblem& problem, const PlanState& state,
                           const std::vector<std::vector<double>>& shares);

}  // namespace tsg
