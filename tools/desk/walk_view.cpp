// SPDX-License-Identifier: MIT
#include "tools/desk/walk_view.h"

#include <algorithm>

#include "engine/composer/compose.h"

namespace tsg {

namespace {

// A subject of a fork inside a fork is "outer / inner", and may be named by the inner one alone.
bool is_subject(const std::string& of_visit, std::string_view wanted) {
  if (wanted.empty() || of_visit == wanted) return true;
  constexpr std::string_view parts = " / ";
  const std::size_t end = of_visit.rfind(parts);
  return end != std::string::npos && std::string_view(of_visit).substr(end + parts.size()) == wanted;
}

bool is_taken(const Resolution& resolution, const GivenAnswer& answer) {
  return std::any_of(resolution.visits.begin(), resolution.visits.end(), [&answer](const Visit& visit) {
    return visit.step == answer.step && visit.option == answer.option &&
           is_subject(visit.subject, answer.subject);
  });
}

std::optional<std::size_t> next_question(const Resolution& resolution, const CaseState& state) {
  for (std::size_t i = 0; i < resolution.open.size(); ++i) {
    const OpenQuestion& open = resolution.open[i];
    const SetAsidePart part = open.inputs.empty() ? SetAsidePart::Question : SetAsidePart::Values;
    if (!state.sets_aside(open.step, open.subject, part)) return i;
  }
  return std::nullopt;
}

}  // namespace

WalkView view_walk(Resolution resolution, const Pack& pack, const CaseState& state) {
  WalkView view;
  view.resolution = std::move(resolution);
  view.guide = compose(view.resolution, pack, {.audience = Audience::Agent});
  view.question = next_question(view.resolution, state);
  for (const GivenAnswer& answer : state.answers.answers) {
    if (!is_taken(view.resolution, answer)) view.dropped.push_back(answer);
  }
  return view;
}

const ComposedOpen* composed_question(const WalkView& view, std::size_t question) {
  const OpenQuestion& open = view.resolution.open[question];
  for (const ComposedOpen& each : view.guide.open) {
    const bool of_subject = open.subject.empty() || std::find(each.subjects.begin(), each.subjects.end(),
                                                              open.subject) != each.subjects.end();
    if (each.guide == open.guide && each.step == open.step && of_subject && each.inputs == open.inputs)
      return &each;
  }
  return nullptr;
}

const Visit* find_visit(const Resolution& resolution, std::string_view step, std::string_view subject) {
  const Visit* found = nullptr;
  for (const Visit& visit : resolution.visits) {
    if (visit.step != step || !is_subject(visit.subject, subject)) continue;
    // The fork itself stands before its subjects; what is asked of them is with them.
    if (found == nullptr || found->fork_verdict) found = &visit;
  }
  return found;
}

bool overrides_rule(const Resolution& resolution, const GivenAnswer& answer) {
  return std::any_of(resolution.visits.begin(), resolution.visits.end(), [&answer](const Visit& visit) {
    return visit.step == answer.step && is_subject(visit.subject, answer.subject) && visit.verdict &&
           visit.verdict->kind == VerdictKind::Answer && visit.verdict->option != answer.option;
  });
}

}  // namespace tsg
