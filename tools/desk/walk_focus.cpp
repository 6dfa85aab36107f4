// SPDX-License-Identifier: MIT
#include "tools/desk/walk_focus.h"

namespace tsg {

WalkFocus open_focus(const CaseView& view) {
  if (!view.walk.question) return {};
  const OpenQuestion& open = view.walk.resolution.open[*view.walk.question];
  return {open.step, open.subject};
}

WalkFocus focus_before(const CaseView& view, const WalkFocus& focus) {
  const std::vector<Visit>& visits = view.walk.resolution.visits;
  std::size_t parent = visits.empty() ? no_visit : visits.size() - 1;
  for (const Visit& visit : visits) {
    if (visit.step == focus.step && visit.subject == focus.subject) parent = visit.parent;
  }
  if (parent == no_visit) return {};
  return {visits[parent].step, visits[parent].subject};
}

std::string guide_of(const CaseView& view, const WalkFocus& focus) {
  const Visit* visit = find_visit(view.walk.resolution, focus.step, focus.subject);
  return visit == nullptr ? view.head.guide : visit->guide;
}

const Step* step_of(const CaseView& view, const WalkFocus& focus) {
  const Guide* guide = view.pack->guide(guide_of(view, focus));
  return guide == nullptr ? nullptr : guide->step(focus.step);
}

const OpenQuestion* open_at(const CaseView& view, const WalkFocus& focus) {
  for (const OpenQuestion& open : view.walk.resolution.open) {
    if (open.step == focus.step && open.subject == focus.subject) return &open;
  }
  return nullptr;
}

const ComposedOpen* composed_at(const CaseView& view, const WalkFocus& focus) {
  const std::vector<OpenQuestion>& open = view.walk.resolution.open;
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (open[i].step == focus.step && open[i].subject == focus.subject)
      return composed_question(view.walk, i);
  }
  return nullptr;
}

bool wants_values(const CaseView& view, const WalkFocus& focus) {
  const OpenQuestion* open = open_at(view, focus);
  if (open == nullptr || open->inputs.empty()) return false;
  const Visit* visit = find_visit(view.walk.resolution, focus.step, focus.subject);
  return visit != nullptr && !visit->option.empty();
}

}  // namespace tsg
