// SPDX-License-Identifier: MIT
#pragma once

#include "engine/loader/json_value.h"
#include "engine/model/problem_menu.h"

namespace tsg {

// The menu whose outermost object `root` is; absent members are empty, what is no object is left out, and
// sub-problems are read one level deep.
ProblemMenu read_problem_menu(const JsonValue& root);

}  // namespace tsg
