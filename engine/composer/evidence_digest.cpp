// SPDX-License-Identifier: MIT
#include "engine/composer/evidence_digest.h"

#include <set>

namespace tsg {

namespace {

// A reader takes in about this many lines at a glance.
constexpr std::size_t most_lines = 6;

std::size_t digest(std::vector<ComposedEvidence>& evidence, std::set<std::string>& shown) {
  const std::size_t all = evidence.size();
  std::erase_if(evidence, [&shown](const ComposedEvidence& each) {
    return !shown.insert(each.subject + "\n" + each.path).second;
  });
  if (evidence.size() > most_lines) evidence.erase(evidence.begin(), evidence.end() - most_lines);
  std::string above;
  for (ComposedEvidence& each : evidence) {
    const std::string here = each.gathered_at;
    if (here == above) each.gathered_at.clear();
    above = here;
  }
  return all - evidence.size();
}

}  // namespace

void digest_evidence(ComposedGuide& guide) {
  std::set<std::string> shown;
  for (ComposedBranch& branch : guide.path) {
    for (ComposedStep& step : branch.steps) step.evidence_left_out = digest(step.evidence, shown);
  }
  for (ComposedCheck& check : guide.checks) {
    std::set<std::string> own;
    check.evidence_left_out = digest(check.evidence, own);
  }
}

}  // namespace tsg
