// SPDX-License-Identifier: MIT
// Decides what each comment token of a body is good for: which placeholders are filled, which markers mark
// something.
//
//  * A placeholder is filled when its default lies in one paragraph and holds no marker. Of two that overlap
//  the first
//    one is filled; the tokens of the other are dropped.
//  * A section's close takes the nearest open of its name. What was opened in between and not closed, and
//  what is never
//    closed, marks nothing: text would else be shown to customers that its author did not mean for them.
//  * A text for agents that is never closed reaches to the end of the body: nothing an agent may read is
//  shown to
//    others by a slip. An audience with an unknown name is taken for agents, for the same reason.
#pragma once

#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/markdown/reporter.h"

namespace tsg {

// One part of the body to take out. Parts are in order and do not overlap.
struct PlannedCut {
  Cut cut = {};          // partner is an index into the plan here
  bool dropped = false;  // a token that means nothing: it goes without a trace
};

std::vector<PlannedCut> plan_tokens(std::string_view body, Reporter& reporter);

}  // namespace tsg
