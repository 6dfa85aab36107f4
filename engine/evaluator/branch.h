// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/model/guide.h"
#include "engine/model/resolution.h"

namespace tsg {

inline constexpr std::size_t no_finding = SIZE_MAX;

// One line of a walk while it is followed: where it stands and what it carries along. A fork ends its branch
// and begins one for each subject.
struct Branch {
  const Step* step = nullptr;             // to be taken next; null: the branch has ended
  std::vector<const Guide*> guides = {};  // those travelled, the present one last; never empty
  std::string subject = {};               // with those of the forks around it: "outer / inner"
  std::string inner_subject = {};         // what rules get
  std::size_t parent = no_visit;          // the last visit
  std::size_t entry = no_visit;           // the first visit of the present subject; no_visit outside forks
  std::size_t finding =
      no_finding;  // just forked: which finding of the parent's fork verdict this branch is for
  std::vector<std::string> open_steps = {};  // not empty: what follows is provisional
  std::vector<const Step*> forked = {};      // fork steps above, outermost first
  std::unordered_set<const Step*> met = {};  // steps met since the last fork; asked for membership only

  const Guide& guide() const { return *guides.back(); }
};

}  // namespace tsg
