// SPDX-License-Identifier: MIT
// How cheap can the rest of a walk be? Between two bounds, which a search brings together.
//
// From above, author order: ask the question at the root, follow its answer, until an outcome. Its exact cost
// is a sum over the graph. A question is then judged by what it costs and by the bound of what each answer
// leaves; the best of them is a new bound, no greater than the old one: a step of policy improvement, whose
// policy costs no more than its bound says. Search repeats that, depth first, and keeps bounds by state.
//
// From below: let the answers be drawn. The child on the way must be resolved, and the question itself must
// be asked unless all children end alike, or the outcome would hang on it. So
//   lower(n) = part(n) * (1 - agreement(n)) + sum over options of share * lower(child).
// A question whose bound from below is no better than what is already found is passed over; where both bounds
// meet, the state is settled, and its bound is the optimum.
//
// Two states need no choice: where no outcome is below all children of the root, every policy must ask the
// root, so it may as well be first; and where a question costs nothing, its answer cannot hurt.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "engine/planner/decision_graph.h"
#include "engine/planner/plan_costs.h"

namespace tsg {

// What is left to find out, and which shared commands have run.
struct Knowledge {
  GraphNode node = 0;
  RunSet run = nothing_run;
};

struct CostBounds {
  double upper = 0;
  double lower = 0;
};

// Bounds this near to each other, relative to the upper one, count as equal.
inline constexpr double cost_precision = 1e-9;

inline constexpr std::uint32_t any_depth = UINT32_MAX;

class PlanSearch {
 public:
  // Borrows both, and adds to them.
  PlanSearch(DecisionGraph& graph, PlanCosts& costs) : graph_(graph), costs_(costs) {}

  // Allows that much more work: a unit is an answer tried, or a node looked at for it.
  void allow(std::size_t work) { allowed_ = worked() + work; }
  bool exhausted() const { return worked() >= allowed_; }

  // Looks `depth` questions ahead as far as work is allowed.
  CostBounds solve(Knowledge at, std::uint32_t depth);
  // Of asking `question` first. Once it is sure to cost `bar` or more, `upper` may be infinite.
  // REQUIRES: the node depends on the question
  CostBounds ask(Knowledge at, std::size_t question, std::uint32_t depth,
                 double bar = std::numeric_limits<double>::infinity());
  Knowledge after(Knowledge at, std::size_t question, std::size_t option);

 private:
  struct Standing {
    CostBounds bounds = {};
    std::uint32_t depth = 0;  // how far was looked ahead
  };
  struct Candidate {
    std::size_t question = 0;
    double lower = 0;
  };

  std::size_t worked() const { return tried_ + graph_.looks(); }
  double author_cost(Knowledge at);
  double least_cost(Knowledge at);
  std::size_t standing_of(Knowledge at);
  double lower_of(Knowledge at);
  CostBounds improve(Knowledge at, CostBounds bounds, std::uint32_t depth);
  std::vector<Candidate> candidates(Knowledge at);
  double promise_of(Knowledge at, std::size_t question);
  std::size_t forced_question(Knowledge at, const std::vector<std::size_t>& questions) const;

  DecisionGraph& graph_;
  PlanCosts& costs_;
  std::size_t tried_ = 0;
  std::size_t allowed_ = 0;
  std::vector<Standing> standings_ = {};
  KeyTable<std::uint32_t> standing_index_ = {};
  KeyTable<double> author_costs_ = {};
  KeyTable<double> least_costs_ = {};
};

bool are_equal(const CostBounds& bounds);

}  // namespace tsg
