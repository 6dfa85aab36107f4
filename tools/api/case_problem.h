// SPDX-License-Identifier: MIT
#pragma once

#include "tools/api/problem.h"
#include "tools/desk/desk.h"

namespace tsg {

// What the desk refuses, as a client is told of it.
Problem problem_of(const CaseProblem& problem);

}  // namespace tsg
