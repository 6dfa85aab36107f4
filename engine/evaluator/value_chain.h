// SPDX-License-Identifier: MIT
// Where the values of one shown article come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/guide.h"
#include "engine/model/resolution.h"

namespace tsg {

class Verdicts;

// One list of values and who gave it. Borrows all of it.
struct ValueList {
  const std::vector<NamedValue>* values = nullptr;
  ValueOrigin origin = ValueOrigin::Verdict;
  std::string_view from = {};        // the rule; of inputs the step
  std::string_view step = {};        // at which it was given; empty for a check
  const Verdict* verdict = nullptr;  // null for inputs
};

// A name that two verdicts of a chain give different values.
struct ValueConflict {
  std::string nearer_rule = {};
  std::string nearer_step = {};
  std::string farther_rule = {};
  std::string farther_step = {};
  bool operator==(const ValueConflict&) const = default;
};

struct ValueChain {
  std::vector<ValueList> lists = {};      // nearest first
  std::vector<const Guide*> guides = {};  // whose [values] help out, the leaf's first

  // The nearest value of the lists, without [values].
  std::optional<FilledValue> nearest(std::string_view name) const;
  // The first verdict behind the nearest that disagrees with it.
  std::optional<ValueConflict> conflict(std::string_view name) const;
};

// `chain` with a finding of `verdict` before it.
ValueChain with_finding(const ValueChain& chain, const Finding& finding, const Verdict& verdict);

// The value a placeholder is shown with: of the lists, else of [values] (facts of the guide's domain), else
// Default.
FilledValue chained_value(const ValueChain& chain, std::string_view placeholder, Verdicts& verdicts);

}  // namespace tsg
