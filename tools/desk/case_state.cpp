// SPDX-License-Identifier: MIT
#include "tools/desk/case_state.h"

#include <algorithm>

#include "tools/desk/event_value.h"

namespace tsg {

namespace {

bool can_be_undone(SessionEventKind kind) {
  return kind == SessionEventKind::Answered || kind == SessionEventKind::InputGiven ||
         kind == SessionEventKind::SetAside;
}

template <typename Given>
auto is_of(const SessionEvent& event) {
  return [&event](const Given& given) { return given.step == event.step && given.subject == event.subject; };
}

// Values are set aside behind an answer, which stays; a question instead of one.
void set_aside(CaseState& state, const SessionEvent& event) {
  const bool values = event.name == values_set_aside;
  if (!values) std::erase_if(state.answers.answers, is_of<GivenAnswer>(event));
  std::erase_if(state.set_aside, is_of<SetAsideStep>(event));
  state.set_aside.push_back(
      {event.step, event.subject, values ? SetAsidePart::Values : SetAsidePart::Question});
}

void apply(CaseState& state, const SessionEvent& event) {
  switch (event.kind) {
    case SessionEventKind::Answered:
      std::erase_if(state.answers.answers, is_of<GivenAnswer>(event));
      std::erase_if(state.set_aside, is_of<SetAsideStep>(event));
      state.answers.answers.push_back({event.step, event.subject, event.option, event.reason});
      return;
    case SessionEventKind::SetAside:
      set_aside(state, event);
      return;
    case SessionEventKind::InputGiven:
      std::erase_if(state.answers.inputs, [&event](const GivenInput& given) {
        return given.step == event.step && given.name == event.name;
      });
      state.answers.inputs.push_back({event.step, event.name, value_of_event(event)});
      return;
    case SessionEventKind::FactsGiven:
      state.facts = event.facts;
      return;
    case SessionEventKind::Noted:
      state.remarks.push_back(event.text);
      return;
    case SessionEventKind::Rated:
    case SessionEventKind::Undone:
      return;
  }
}

}  // namespace

bool CaseState::sets_aside(std::string_view step, std::string_view subject, SetAsidePart part) const {
  return std::any_of(set_aside.begin(), set_aside.end(), [&](const SetAsideStep& each) {
    return each.part == part && each.step == step && (each.subject.empty() || each.subject == subject);
  });
}

CaseState fold_events(std::span<const SessionEvent> events) {
  std::vector<const SessionEvent*> standing;
  for (const SessionEvent& event : events) {
    if (event.kind != SessionEventKind::Undone) {
      standing.push_back(&event);
      continue;
    }
    const auto last = std::find_if(standing.rbegin(), standing.rend(),
                                   [](const SessionEvent* each) { return can_be_undone(each->kind); });
    if (last != standing.rend()) standing.erase(std::next(last).base());
  }
  CaseState state;
  for (const SessionEvent* event : standing) apply(state, *event);
  return state;
}

}  // namespace tsg
