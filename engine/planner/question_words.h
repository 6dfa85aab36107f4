// SPDX-License-Identifier: MIT
// A ranked question in words, for an agent:
//
//   leaves 2 to 3 of 7 outcomes; runs 1 command: az network nsg list -g {resourceGroup}
//   leaves 1 to 4 of 5 outcomes; asks the customer; the guide's own order would ask `sku` first
#pragma once

#include <string>

#include "engine/planner/guide_problem.h"
#include "engine/planner/next_question.h"

namespace tsg {

// "leaves 1 of 2 outcomes", "leaves 2 to 3 of 7 outcomes"; when no answer alone leaves fewer, "narrows
// together with other answers (7 outcomes)".
std::string narrowing_words(const RankedQuestion& question);

// Commands as their arguments with spaces between, for reading and not for a shell. Documents that no command
// gathers are asked for by name.
// REQUIRES: the question was ranked for the plan's problem
std::string cost_words(const RankedQuestion& question, const GuidePlan& plan);

// The parts that apply, joined by "; ". REQUIRES: as above
std::string question_words(const RankedQuestion& question, const GuidePlan& plan);

}  // namespace tsg
