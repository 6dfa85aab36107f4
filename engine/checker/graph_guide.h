// SPDX-License-Identifier: MIT
// A guide to what a drawing shows of it. The edges are those of the step graph, one for one.
#pragma once

#include "engine/checker/step_graph.h"
#include "engine/model/guide_graph.h"

namespace tsg {

// REQUIRES: `steps` was made of `pack`, which holds `guide`
GuideGraph graph_guide(const StepGraph& steps, const Pack& pack, const Guide& guide);

}  // namespace tsg
