// SPDX-License-Identifier: MIT
#include "engine/composer/path.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/composer/step.h"

namespace tsg {

namespace {

// A branch while it is built, with the last visit on it.
struct Growing {
  std::size_t parent = no_branch;
  std::string subject = {};
  std::size_t tail = no_visit;
  std::vector<ComposedStep> steps = {};
  std::vector<std::size_t> children = {};
  std::size_t merged_into = no_branch;
  std::vector<std::string> subjects = {};
};

bool goes_on(const Growing& branch, const Visit& visit) {
  return branch.tail == visit.parent && branch.subject == visit.subject;
}

std::vector<Growing> grow(const Resolution& resolution, const Wording& wording, Audience audience) {
  std::vector<Growing> branches;
  std::vector<std::size_t> branch_of;  // by visit
  for (std::size_t at = 0; at < resolution.visits.size(); ++at) {
    const Visit& visit = resolution.visits[at];
    const std::size_t parent = visit.parent < at ? branch_of[visit.parent] : no_branch;
    const bool same = parent != no_branch && goes_on(branches[parent], visit);
    const std::size_t branch = same ? parent : branches.size();
    if (!same) branches.push_back({.parent = parent, .subject = visit.subject});
    if (!same && parent != no_branch) branches[parent].children.push_back(branch);
    branches[branch].steps.push_back(compose_step(visit, wording, audience));
    branches[branch].tail = at;
    branch_of.push_back(branch);
  }
  return branches;
}

// Two leaves with the same signature took the same way.
std::string signature(const Growing& branch) {
  std::string text = std::to_string(branch.parent);
  for (const ComposedStep& step : branch.steps) {
    for (const std::string* part : {&step.guide, &step.id, &step.answer, &step.overruled, &step.reason,
                                    &step.message, &step.rule_place, &step.leads_to}) {
      text += '\0' + *part;
    }
    text += '\0' + std::to_string(static_cast<int>(step.state)) + (step.provisional ? "?" : "") +
            std::to_string(static_cast<int>(step.answered_by));
  }
  return text;
}

void name_evidence(Growing& branch) {
  for (ComposedStep& step : branch.steps) {
    for (ComposedEvidence& evidence : step.evidence) evidence.subject = branch.subject;
  }
}

void merge(Growing& into, Growing& branch) {
  if (into.subjects.size() == 1) name_evidence(into);
  name_evidence(branch);
  into.subjects.push_back(branch.subject);
  for (std::size_t i = 0; i < into.steps.size(); ++i) {
    std::vector<ComposedEvidence>& evidence = into.steps[i].evidence;
    evidence.insert(evidence.end(), branch.steps[i].evidence.begin(), branch.steps[i].evidence.end());
  }
}

void merge_leaves(std::vector<Growing>& branches) {
  std::map<std::string, std::size_t> firsts;
  for (std::size_t at = 0; at < branches.size(); ++at) {
    Growing& branch = branches[at];
    branch.subjects = {};
    if (!branch.subject.empty()) branch.subjects.push_back(branch.subject);
    if (branch.parent == no_branch || branch.subject.empty() || !branch.children.empty()) continue;
    const auto [first, is_new] = firsts.emplace(signature(branch), at);
    if (is_new) continue;
    merge(branches[first->second], branch);
    branch.merged_into = first->second;
  }
}

// Parents first, children in the order they were met, without recursion: a resolution read from a file may
// nest deep.
std::vector<ComposedBranch> laid_out(std::vector<Growing>& branches) {
  struct Pending {
    std::size_t branch;
    std::size_t parent;
    std::size_t depth;
  };
  std::vector<Pending> pending;
  for (std::size_t at = branches.size(); at-- > 0;) {
    if (branches[at].parent == no_branch) pending.push_back({at, no_branch, 0});
  }
  std::vector<ComposedBranch> path;
  while (!pending.empty()) {
    const Pending next = pending.back();
    pending.pop_back();
    Growing& branch = branches[next.branch];
    if (branch.merged_into != no_branch) continue;
    const std::size_t here = path.size();
    path.push_back({next.parent, next.depth, std::move(branch.subjects), std::move(branch.steps)});
    for (auto child = branch.children.rbegin(); child != branch.children.rend(); ++child) {
      pending.push_back({*child, here, next.depth + 1});
    }
  }
  return path;
}

}  // namespace

std::vector<ComposedBranch> compose_path(const Resolution& resolution, const Wording& wording,
                                         Audience audience) {
  std::vector<Growing> branches = grow(resolution, wording, audience);
  merge_leaves(branches);
  return laid_out(branches);
}

ComposedWhy why_of(const Resolution& resolution, std::size_t visit, const Wording& wording) {
  if (visit >= resolution.visits.size()) return {};
  const Visit& from = resolution.visits[visit];
  const std::string answer = from.option.empty() ? "" : wording.answer(from.guide, from.step, from.option);
  return {wording.question(from.guide, from.step), answer};
}

}  // namespace tsg
