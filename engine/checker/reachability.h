// SPDX-License-Identifier: MIT
// Which steps a walk can come to, and the circles it cannot leave.
#pragma once

#include <vector>

#include "engine/checker/step_graph.h"

namespace tsg {

// By node: whether a walk that begins at one of `starts` can come there.
std::vector<bool> reached_from(const StepGraph& graph, const std::vector<std::size_t>& starts);

// The same of all guides: whether a walk of any guide of the pack, from its start, can come there.
std::vector<bool> reached_steps(const StepGraph& graph, const Pack& pack);

// By node: the number of its strongly connected component: steps that all lead to one another share it.
std::vector<std::size_t> components_of(const StepGraph& graph);

// Sets of steps that lead in a circle and that no answer (`next`) leaves. Each is sorted; those that no walk
// comes to are left out.
std::vector<std::vector<std::size_t>> circles_without_exit(const StepGraph& graph,
                                                           const std::vector<bool>& reached);

// A shortest way from `first` back to itself through `circle`: {node, index of the edge taken there}.
struct CircleStep {
  std::size_t node = no_step;
  std::size_t edge = 0;
};
std::vector<CircleStep> way_around(const StepGraph& graph, const std::vector<std::size_t>& circle);

}  // namespace tsg
