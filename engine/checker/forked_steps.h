// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/checker/step_graph.h"

namespace tsg {

// By node: whether a walk can come there for one of a fork's subjects. A fork's own step counts; inside its
// own fork a walk never enters it again. `forks`, by node: where walks fork.
std::vector<bool> forked_steps(const StepGraph& graph, const std::vector<bool>& forks);

}  // namespace tsg
