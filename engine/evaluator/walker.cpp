// SPDX-License-Identifier: MIT
#include "engine/evaluator/walker.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/evaluator/fork_subjects.h"
#include "engine/model/limits.h"
#include "engine/text/utf8.h"

namespace tsg {

Walker::Walker(const EvaluateRequest& request, Verdicts& verdicts, Resolution& resolution)
    : request_(request),
      verdicts_(verdicts),
      resolution_(resolution),
      answers_(request.answers),
      record_(resolution),
      outcomes_(request.pack, verdicts, answers_, record_) {}

void Walker::walk() {
  const Guide& guide = request_.guide;
  if (guide.steps.empty()) return;
  Branch start;
  start.guides = {&guide};
  start.step = guide.step(guide.start);
  if (start.step == nullptr) {
    resolution_.errors.push_back(
        fmt::format("guide `{}` has no step `{}` to start from", guide.id, guide.start));
    return;
  }
  start.met.insert(start.step);
  pending_.push_back(std::move(start));
  while (!pending_.empty() && !record_.full()) {
    Branch branch = std::move(pending_.back());
    pending_.pop_back();
    while (branch.step != nullptr && !record_.full()) take_step(branch);
    if (branch.step != nullptr) pending_.push_back(std::move(branch));
  }
  if (!pending_.empty()) {
    resolution_.errors.push_back(fmt::format("the walk was cut: it has more than {} visits or {} MB",
                                             limits::walk_visits, limits::resolution_bytes >> 20U));
  }
  warn_of_unmet_subjects();
}

void Walker::take_step(Branch& branch) {
  const Step& step = *std::exchange(branch.step, nullptr);
  if (step.for_each.empty() || branch.finding != no_finding) return ask(branch, step);
  fork(branch, step);
}

void Walker::ask(Branch& branch, const Step& step) {
  const std::size_t visit = record_.add_visit(branch, step);
  branch.finding = no_finding;
  if (step.rule.empty()) return decide(branch, step, visit, nullptr);
  const Verdict& verdict = verdicts_.of(step.rule, branch.inner_subject);
  record_.set_verdict(visit, verdict);
  decide(branch, step, visit, &verdict);
}

void Walker::fork(Branch& branch, const Step& step) {
  const std::size_t visit = record_.add_visit(branch, step);
  const Verdict& verdict = verdicts_.of(step.for_each, branch.inner_subject);
  record_.set_fork_verdict(visit, verdict);
  if (verdict.kind != VerdictKind::Answer) return decide(branch, step, visit, &verdict);
  record_.visit(visit).answered_by = AnsweredBy::Rule;
  if (!verdict.findings.empty()) return branch_out(branch, step, visit, verdict);
  if (step.on_no_subjects) return lead(branch, visit, "on.no-subjects", *step.on_no_subjects);
  record_.fail(visit, fmt::format("rule `{}` lists no subjects, and the step has no edge `on.no-subjects`",
                                  verdict.rule));
}

void Walker::branch_out(const Branch& branch, const Step& step, std::size_t visit, const Verdict& verdict) {
  ForkSubjects subjects = fork_subjects(verdict, branch.subject);
  if (!subjects.problem.empty()) return record_.fail(visit, subjects.problem);
  for (std::size_t at = subjects.names.size(); at-- > 0;) {
    Branch child;
    child.step = &step;
    child.guides = branch.guides;
    child.subject = subjects.names[at];
    child.inner_subject = verdict.findings[at].subject;
    child.parent = visit;
    child.entry = branch.entry;
    child.finding = at;
    child.open_steps = branch.open_steps;
    child.forked = branch.forked;
    child.forked.push_back(&step);
    pending_.push_back(std::move(child));
  }
  record_.visit(visit).subjects = std::move(subjects.names);
}

// REQUIRES: a verdict of a fork rule is no Answer
void Walker::decide(Branch& branch, const Step& step, std::size_t visit, const Verdict* verdict) {
  if (verdict != nullptr && verdict->kind == VerdictKind::Error) {
    return record_.fail(visit, fmt::format("rule `{}` broke: {}", verdict->rule, verdict->message));
  }
  const GivenAnswer* given = answers_.find(step, branch.subject, branch.inner_subject);
  const bool ruled = verdict != nullptr && verdict->kind == VerdictKind::Answer;
  if (given != nullptr && !(ruled && given->option == verdict->option)) {
    record_.visit(visit).reason = with_replacements(given->reason);
    return lead_by_option(branch, visit, AnsweredBy::Agent, *step.edge(given->option));
  }
  if (verdict == nullptr) return leave_open(branch, step, visit, nullptr);
  follow_verdict(branch, step, visit, *verdict);
}

// REQUIRES: no agent's answer stands in its way, and it is no Error
void Walker::follow_verdict(Branch& branch, const Step& step, std::size_t visit, const Verdict& verdict) {
  if (verdict.kind == VerdictKind::Unknown) return leave_open(branch, step, visit, &verdict);
  if (verdict.kind == VerdictKind::Answer) {
    const Edge* edge = step.edge(verdict.option);
    if (edge != nullptr) return lead_by_option(branch, visit, AnsweredBy::Rule, *edge);
    return record_.fail(visit, fmt::format("rule `{0}` answers `{1}`, and the step has no edge `next.{1}`",
                                           verdict.rule, verdict.option));
  }
  if (step.on_not_applicable) return lead(branch, visit, "on.not-applicable", *step.on_not_applicable);
  record_.fail(visit,
               fmt::format("rule `{}` says that the question does not arise ({}), and the step has no edge "
                           "`on.not-applicable`",
                           verdict.rule, verdict.message));
}

void Walker::leave_open(Branch& branch, const Step& step, std::size_t visit, const Verdict* verdict) {
  OpenQuestion& question = record_.question_at(visit);
  question.options = step.options;
  if (verdict != nullptr) {
    question.needs = verdict->needs;
    question.any_of = verdict->any_of;
  }
  if (!step.on_unknown) return;
  branch.open_steps.push_back(step.id);
  lead(branch, visit, "on.unknown", *step.on_unknown);
}

void Walker::lead_by_option(Branch& branch, std::size_t visit, AnsweredBy by, const Edge& edge) {
  record_.visit(visit).answered_by = by;
  record_.visit(visit).option = edge.option;
  lead(branch, visit, "next." + edge.option, edge);
}

void Walker::lead(Branch& branch, std::size_t visit, std::string name, const Edge& edge) {
  record_.visit(visit).edge = std::move(name);
  record_.visit(visit).target = edge.target;
  branch.parent = visit;
  switch (edge.target.kind) {
    case TargetKind::Step:
      return go_to(branch, visit, edge.target.id);
    case TargetKind::Guide:
      return jump(branch, visit, edge.target);
    case TargetKind::Outcome:
    case TargetKind::Article:
      return outcomes_.reach(branch, visit, edge.target);
  }
}

void Walker::jump(Branch& branch, std::size_t visit, const Target& target) {
  const Guide* guide = request_.pack.guide(target.id);
  if (guide == nullptr) return record_.fail(visit, fmt::format("the pack has no guide `{}`", target.id));
  if (branch.guides.size() > limits::guide_jumps) {
    return record_.fail(visit, fmt::format("the way leads through more than {} guides", limits::guide_jumps));
  }
  branch.guides.push_back(guide);
  go_to(branch, visit, target.step.empty() ? guide->start : target.step);
}

void Walker::go_to(Branch& branch, std::size_t visit, const std::string& id) {
  const Step* step = branch.guide().step(id);
  if (step == nullptr) {
    return record_.fail(visit, fmt::format("guide `{}` has no step `{}`", branch.guide().id, id));
  }
  const bool forked = std::find(branch.forked.begin(), branch.forked.end(), step) != branch.forked.end();
  if (forked || !branch.met.insert(step).second) {
    return record_.fail(visit, fmt::format("the way leads in a circle: back to step `{}` of guide `{}`", id,
                                           branch.guide().id));
  }
  branch.step = step;
}

void Walker::warn_of_unmet_subjects() {
  const auto names_one = [](const GivenAnswer& answer) { return !answer.subject.empty(); };
  const auto& given = request_.answers.answers;
  if (std::none_of(given.begin(), given.end(), names_one)) return;
  std::set<std::pair<std::string_view, std::string_view>> met;
  std::set<std::string_view> forked;
  for (std::size_t index = 0; index < resolution_.visits.size(); ++index) {
    const Visit& visit = resolution_.visits[index];
    if (visit.subject.empty()) continue;
    forked.insert(visit.step);
    met.emplace(visit.step, visit.subject);
    met.emplace(visit.step, record_.own_finding(index)->subject);
  }
  for (const GivenAnswer& answer : given) {
    if (!names_one(answer) || !forked.contains(answer.step)) continue;
    if (met.contains({answer.step, answer.subject})) continue;
    record_.warn(with_replacements(
        fmt::format("step `{}` has no subject `{}`: its answer is not used", answer.step, answer.subject)));
  }
}

}  // namespace tsg
