// SPDX-License-Identifier: MIT
#include "engine/evaluator/walk_record.h"

#include <fmt/format.h>

#include "engine/evaluator/sound_verdict.h"
#include "engine/model/limits.h"

namespace tsg {

std::string visit_words(const Visit& visit) {
  const std::string subject = visit.subject.empty() ? "" : fmt::format("[{}]", visit.subject);
  return fmt::format("step `{}{}` of guide `{}`", visit.step, subject, visit.guide);
}

std::size_t WalkRecord::add_visit(Branch& branch, const Step& step) {
  if (branch.finding != no_finding) branch.entry = resolution_.visits.size();
  Visit visit;
  visit.parent = branch.parent;
  visit.guide = branch.guide().id;
  visit.step = step.id;
  visit.subject = branch.subject;
  visit.provisional = !branch.open_steps.empty();
  spend(sizeof(Visit) + sizeof(VisitSource) + visit.guide.size() + visit.step.size() + visit.subject.size());
  sources_.push_back({&branch.guide(), &step, branch.finding, branch.entry});
  resolution_.visits.push_back(std::move(visit));
  return resolution_.visits.size() - 1;
}

void WalkRecord::set_verdict(std::size_t visit, const Verdict& verdict) {
  spend(footprint(verdict));
  resolution_.visits[visit].verdict = verdict;
}

void WalkRecord::set_fork_verdict(std::size_t visit, const Verdict& verdict) {
  spend(footprint(verdict));
  resolution_.visits[visit].fork_verdict = verdict;
}

const Finding* WalkRecord::own_finding(std::size_t visit) const {
  const std::size_t entry = sources_[visit].entry;
  if (entry == no_visit) return nullptr;
  const Visit& fork = resolution_.visits[resolution_.visits[entry].parent];
  return &fork.fork_verdict->findings[sources_[entry].finding];
}

OpenQuestion& WalkRecord::question_at(std::size_t visit) {
  const auto [known, fresh] = question_of_.try_emplace(visit, resolution_.open.size());
  if (!fresh) return resolution_.open[known->second];
  const Visit& at = resolution_.visits[visit];
  OpenQuestion question;
  question.guide = at.guide;
  question.step = at.step;
  question.subject = at.subject;
  question.visit = visit;
  question.title = sources_[visit].step->title;
  question.question = sources_[visit].step->question;
  spend(sizeof(OpenQuestion) + question.title.size() + question.question.size());
  resolution_.open.push_back(std::move(question));
  return resolution_.open.back();
}

void WalkRecord::warn(std::string warning) {
  if (!warned_.insert(warning).second) return;
  resolution_.warnings.push_back(std::move(warning));
}

void WalkRecord::fail(std::size_t visit, std::string_view what) {
  resolution_.errors.push_back(fmt::format("{}: {}", visit_words(resolution_.visits[visit]), what));
  spend(sizeof(std::string) + resolution_.errors.back().size());
}

bool WalkRecord::full() const {
  return resolution_.visits.size() >= limits::walk_visits || bytes_ >= limits::resolution_bytes;
}

}  // namespace tsg
