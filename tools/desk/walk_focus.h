// SPDX-License-Identifier: MIT
// The step of a walk that an agent looks at.
#pragma once

#include <string>

#include "tools/desk/case_view.h"

namespace tsg {

struct WalkFocus {
  std::string step = {};
  std::string subject = {};
  bool operator==(const WalkFocus&) const = default;
};

// The question that comes next; an empty one when the walk has come to its end.
WalkFocus open_focus(const CaseView& view);
// The step before it, as the walk went; an empty one when it is the first.
WalkFocus focus_before(const CaseView& view, const WalkFocus& focus);

// The guide that the step belongs to: the case's, or one that the walk led on to.
std::string guide_of(const CaseView& view, const WalkFocus& focus);
// Null when its guide has no such step any more.
const Step* step_of(const CaseView& view, const WalkFocus& focus);
// The question that is open at the step; null when none is.
const OpenQuestion* open_at(const CaseView& view, const WalkFocus& focus);
const ComposedOpen* composed_at(const CaseView& view, const WalkFocus& focus);
// Whether the step is answered and only wants values.
bool wants_values(const CaseView& view, const WalkFocus& focus);

}  // namespace tsg
