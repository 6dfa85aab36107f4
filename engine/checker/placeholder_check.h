// SPDX-License-Identifier: MIT
// Whether every placeholder of every article has a value on every way to it.
#pragma once

#include "engine/checker/contracts.h"
#include "engine/checker/step_graph.h"
#include "engine/diagnostics/diagnostic.h"

namespace tsg {

// A placeholder that lacks its value on some way of a walk that starts in `guide`: one message for each
// article and placeholder, with the shortest such way.
Diagnostics check_placeholders(const Pack& pack, const Guide& guide, const StepGraph& steps,
                               const Contracts& contracts);

// What a guide's checks show: the rule's `provides.yes`, and [values].
Diagnostics check_shown_by_checks(const Pack& pack, const Guide& guide, const Contracts& contracts);

}  // namespace tsg
