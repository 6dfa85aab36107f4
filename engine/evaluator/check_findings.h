// SPDX-License-Identifier: MIT
// Checks as other articles speak of them: a line for each finding, which is the heading of the article that
// the check shows, filled in.
#pragma once

#include <string>
#include <vector>

#include "engine/evaluator/value_chain.h"
#include "engine/evaluator/verdicts.h"
#include "engine/model/pack.h"

namespace tsg {

struct CheckLines {
  std::vector<std::string> lines = {};
  DataClass data_class = DataClass::Public;  // the highest of what stands in them
};

// Values for the article of a check, without those of its findings.
ValueChain chain_of_check(const Guide& guide, const Verdict& verdict);

// REQUIRES: `verdict` is of `check`. Empty unless it answers `yes`. Where the heading names no finding, the
// finding's subject stands behind it.
CheckLines lines_of_check(const Pack& pack, const Guide& guide, const Check& check, const Verdict& verdict,
                          Verdicts& verdicts);

// What stands for an insight: the lines of the guide's checks that have one of its symptoms, at most as many
// as it says; else its words for a check that could not be decided, that broke, or for nothing found. An
// empty list where no check has its symptoms.
FilledValue insight_value(const Pack& pack, const Guide& guide, const InsightSlot& slot, Verdicts& verdicts);

// The verdict of a check that lists the others: `yes` with the lines of those that say so as the value
// `check.lists`; else Unknown when one cannot tell; else `no`.
Verdict listing_verdict(const Pack& pack, const Guide& guide, const Check& check, Verdicts& verdicts);

}  // namespace tsg
