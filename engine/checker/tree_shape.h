// SPDX-License-Identifier: MIT
// What a guide's tree looks like whatever its rules say.
#pragma once

#include "engine/checker/step_graph.h"
#include "engine/diagnostics/diagnostic.h"

namespace tsg {

// Steps of `guide` that no walk of any guide comes to: of several behind one another only the first, the rest
// in a note.
Diagnostics check_reached(const StepGraph& graph, const Pack& pack, const Guide& guide);

// Circles through a step of `guide` that no answer leaves. A circle that an answer leaves is allowed: the
// walk stops where it would close it.
Diagnostics check_circles(const StepGraph& graph, const Pack& pack, const Guide& guide);

// Edges of `guide` to guides that have no steps.
Diagnostics check_jumps(const StepGraph& graph, const Guide& guide);

}  // namespace tsg
