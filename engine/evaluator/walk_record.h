// SPDX-License-Identifier: MIT
// What a walk writes down: visits, open questions, warnings and errors of one resolution, within its bounds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/evaluator/branch.h"

namespace tsg {

// What a visit was made of, beside what the Resolution keeps.
struct VisitSource {
  const Guide* guide = nullptr;
  const Step* step = nullptr;
  std::size_t finding = no_finding;  // of the parent's fork verdict, for the first visit of a subject
  std::size_t entry = no_visit;  // that first visit, for every visit of the subject; no_visit outside forks
};

class WalkRecord {
 public:
  // Borrows `resolution`, which must outlive the record and be changed by nothing else.
  explicit WalkRecord(Resolution& resolution) : resolution_(resolution) {}

  // A visit of `step` at the end of the branch. A branch that has just been forked off has its subject's
  // entry here.
  std::size_t add_visit(Branch& branch, const Step& step);
  void set_verdict(std::size_t visit, const Verdict& verdict);
  void set_fork_verdict(std::size_t visit, const Verdict& verdict);
  Visit& visit(std::size_t index) { return resolution_.visits[index]; }
  const Visit& visit(std::size_t index) const { return resolution_.visits[index]; }
  const VisitSource& source(std::size_t index) const { return sources_[index]; }

  // The finding that a visit's subject came from; null outside forks. Holds until the next visit is added.
  const Finding* own_finding(std::size_t visit) const;

  // The open question of a visit, made on first use with the words of its step but no options. The reference
  // holds until the next call.
  OpenQuestion& question_at(std::size_t visit);
  void add_outcome(ReachedOutcome outcome) { resolution_.outcomes.push_back(std::move(outcome)); }
  void warn(std::string warning);
  // The branch of `visit` ended because of `what`.
  void fail(std::size_t visit, std::string_view what);

  // Counts bytes against limits::resolution_bytes.
  void spend(std::size_t bytes) { bytes_ += bytes; }
  bool full() const;

 private:
  Resolution& resolution_;
  std::vector<VisitSource> sources_ = {};                          // one a visit
  std::unordered_map<std::size_t, std::size_t> question_of_ = {};  // visit -> index into Resolution.open
  std::unordered_set<std::string> warned_ = {};
  std::size_t bytes_ = 0;
};

// "step `tls-error[10.0.0.4:443]` of guide `application-gateway-502`"
std::string visit_words(const Visit& visit);

}  // namespace tsg
