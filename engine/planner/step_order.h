// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/planner/plan_problem.h"

namespace tsg {

struct StepOrder {
  std::vector<std::size_t> steps = {};  // each that can be reached, once; what it leads to stands before it
  // By step and option: the way would lead in a circle, back to a step above. Empty for steps not reached.
  std::vector<std::vector<bool>> circles = {};
};

// The steps that ways from each of `starts` come to, in the author's order of options; where an answer is
// known, only its option is followed. Without recursion: ways may be as long as the problem.
// REQUIRES: the problem is valid; the starts exist
StepOrder order_steps(const PlanProblem& problem, const PlanState& state,
                      const std::vector<std::size_t>& starts);

}  // namespace tsg
