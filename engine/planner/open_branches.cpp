// SPDX-License-Identifier: MIT
#include "engine/planner/open_branches.h"

namespace tsg {

namespace {

constexpr std::size_t no_branch = SIZE_MAX;

}  // namespace

bool is_open(const Visit& visit) {
  if (visit.answered_by != AnsweredBy::Nobody) return false;
  const std::optional<Verdict>& said = visit.fork_verdict ? visit.fork_verdict : visit.verdict;
  if (said && said->kind != VerdictKind::Unknown) return false;
  return visit.edge.empty() || visit.edge == "on.unknown";
}

bool follows_its_fork(const Resolution& resolution, std::size_t visit) {
  const Visit& own = resolution.visits[visit];
  if (own.parent >= visit) return false;
  const Visit& parent = resolution.visits[own.parent];
  return !parent.subjects.empty() && parent.step == own.step && parent.guide == own.guide;
}

// Parents stand before their children, so a visit is of its parent's branch if it goes on with it.
std::vector<OpenBranch> open_branches(const Resolution& resolution, std::size_t most) {
  std::vector<OpenBranch> branches;
  std::vector<std::size_t> branch_of(resolution.visits.size(), no_branch);
  for (std::size_t at = 0; at < resolution.visits.size(); ++at) {
    const Visit& visit = resolution.visits[at];
    const bool goes_on = visit.parent < at && !follows_its_fork(resolution, at);
    if (goes_on) branch_of[at] = branch_of[visit.parent];
    if (branch_of[at] != no_branch && !visit.edge.empty()) branches[branch_of[at]].answered.push_back(at);
    if (branch_of[at] != no_branch || !is_open(visit) || branches.size() == most) continue;
    branch_of[at] = branches.size();
    branches.push_back({.visit = at});
  }
  return branches;
}

}  // namespace tsg
