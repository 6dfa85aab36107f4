// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/planner/plan_problem.h"

namespace tsg {

// By step and option: how probable the option is. Its share of the weights where there are any; else its
// share of the leaves below the step, counted over ways: what two ways share counts once for each. Shares do
// not depend on answers. Counts beyond `counted_leaves` are taken for that many.
// REQUIRES: the problem is valid
std::vector<std::vector<double>> option_shares(const PlanProblem& problem);

inline constexpr double counted_leaves = 1e300;

}  // namespace tsg
