// SPDX-License-Identifier: MIT
#include "engine/composer/step.h"

#include <fmt/format.h>

#include <iterator>

#include "engine/composer/withholding.h"

namespace tsg {

namespace {

const Verdict* verdict_of(const Visit& visit) {
  if (visit.verdict) return &*visit.verdict;
  return visit.fork_verdict ? &*visit.fork_verdict : nullptr;
}

bool said(const std::optional<Verdict>& verdict, VerdictKind kind) {
  return verdict && verdict->kind == kind;
}

bool either_said(const Visit& visit, VerdictKind kind) {
  return said(visit.verdict, kind) || said(visit.fork_verdict, kind);
}

StepState state_of(const Visit& visit) {
  if (!visit.option.empty()) return StepState::Answered;
  if (!visit.subjects.empty()) return StepState::Forked;
  if (visit.edge == "on.no-subjects") return StepState::NoSubjects;
  if (either_said(visit, VerdictKind::Error)) return StepState::Broken;
  if (either_said(visit, VerdictKind::Answer)) return StepState::Broken;
  const bool not_applicable =
      visit.edge == "on.not-applicable" || either_said(visit, VerdictKind::NotApplicable);
  return not_applicable ? StepState::NotApplicable : StepState::Open;
}

std::string overruled_words(const Visit& visit, const Wording& wording) {
  if (visit.answered_by != AnsweredBy::Agent || !visit.verdict) return {};
  const Verdict& verdict = *visit.verdict;
  switch (verdict.kind) {
    case VerdictKind::Answer:
      return verdict.option == visit.option ? "" : wording.answer(visit.guide, visit.step, verdict.option);
    case VerdictKind::Unknown:
      return {};
    case VerdictKind::NotApplicable:
      return "Not applicable";
    case VerdictKind::Error:
      return "The rule broke";
  }
  return {};
}

std::string message_of(const Visit& visit) {
  for (const std::optional<Verdict>* verdict : {&visit.verdict, &visit.fork_verdict}) {
    if (*verdict && !(*verdict)->message.empty()) return (*verdict)->message;
  }
  return {};
}

void append(std::vector<ComposedEvidence>& to, std::vector<ComposedEvidence> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::string rule_place(const Verdict& verdict) {
  if (verdict.rule_file.empty() || verdict.rule_line == 0) return verdict.rule_file;
  return fmt::format("{}:{}", verdict.rule_file, verdict.rule_line);
}

ComposedStep compose_step(const Visit& visit, const Wording& wording, Audience audience) {
  ComposedStep step = {.guide = visit.guide,
                       .id = visit.step,
                       .title = wording.title(visit.guide, visit.step),
                       .question = wording.question(visit.guide, visit.step),
                       .state = state_of(visit),
                       .answered_by = visit.answered_by,
                       .subjects = visit.subjects,
                       .provisional = visit.provisional};
  if (!visit.option.empty()) step.answer = wording.answer(visit.guide, visit.step, visit.option);
  if (visit.target && visit.target->kind != TargetKind::Step) {
    step.leads_to = wording.destination(visit.guide, *visit.target);
  }
  if (visit.fork_verdict) append(step.evidence, visible_evidence(visit.fork_verdict->evidence, audience));
  if (visit.verdict) append(step.evidence, visible_evidence(visit.verdict->evidence, audience));
  if (audience == Audience::Customer) return step;
  step.reason = visit.reason;
  step.message = message_of(visit);
  step.overruled = overruled_words(visit, wording);
  const Verdict* verdict = verdict_of(visit);
  if (verdict == nullptr) return step;
  step.rule = verdict->rule;
  step.rule_place = rule_place(*verdict);
  return step;
}

}  // namespace tsg
