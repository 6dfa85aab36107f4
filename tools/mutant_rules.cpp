// SPDX-License-Identifier: MIT
#include "tools/mutant_rules.h"

#include <algorithm>

namespace tsg {

RuleRunner& MutantRules::runner_of(std::string_view rule) const {
  return std::find(changed_.begin(), changed_.end(), rule) == changed_.end() ? usual_ : mutated_;
}

Verdict MutantRules::run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace) {
  if (!broke_ && Clock::now() < deadline_) {
    Verdict verdict = runner_of(rule).run(rule, facts, subject, trace);
    broke_ = verdict.kind == VerdictKind::Error;
    return verdict;
  }
  broke_ = true;
  Verdict stopped;
  stopped.rule = rule;
  stopped.message = "stopped";
  return stopped;
}

}  // namespace tsg
