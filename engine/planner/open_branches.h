// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "engine/model/resolution.h"

namespace tsg {

// A way of one subject, or outside forks, on which a step is open.
struct OpenBranch {
  std::size_t visit = no_visit;            // the first open step of the way
  std::vector<std::size_t> answered = {};  // visits of the same way below it that have an answer
};

// At most `most`, in the order of visits.
std::vector<OpenBranch> open_branches(const Resolution& resolution, std::size_t most);

// Is it the visit of a subject right below its fork, of the same step?
bool follows_its_fork(const Resolution& resolution, std::size_t visit);

// Did nobody answer, and no rule say that the question does not arise or break?
bool is_open(const Visit& visit);

}  // namespace tsg
