// SPDX-License-Identifier: MIT
// What a guide can read, from the contracts of its rules: every fact under the `reads` of a rule that a walk
// from its start or its checks can come to, and the facts that its [values] name. Rules keep to their
// `reads`, so a resolution of the guide reads nothing else.
#pragma once

#include "engine/checker/contracts.h"
#include "engine/checker/step_graph.h"
#include "engine/model/requirements.h"

namespace tsg {

// REQUIRES: `steps` was made of `pack`, which holds `guide` and its domain's catalogue
Requirements requirements_of(const StepGraph& steps, const Pack& pack, const Guide& guide,
                             const Contracts& contracts);

}  // namespace tsg
