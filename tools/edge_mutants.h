// SPDX-License-Identifier: MIT
// Changes of a guide's tree, each of which a scenario should notice: an edge that leads elsewhere, an open
// step that the walk no longer passes, a check that shows another article.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/guide.h"

namespace tsg {

struct EdgeMutant {
  std::string name = {};  // edge_name or shown_name of what is changed
  Place place = {};
  std::string change = {};            // "next.yes leads to `b` instead of `a`"
  std::size_t owner = 0;              // index of the step, or of the check
  std::string edge = {};              // "next.yes", "on.unknown"; "shows" of a check
  std::optional<Target> target = {};  // nothing: the edge is dropped
};

// In the order of the guide. A step's edge is led to where the next of its edges leads; the only one of its
// kind to another leaf.
std::vector<EdgeMutant> edge_mutants(const Guide& guide);

// REQUIRES: the mutant was made of `guide`
void apply(const EdgeMutant& mutant, Guide& guide);

}  // namespace tsg
