// SPDX-License-Identifier: MIT
#pragma once

#include "engine/model/rule.h"
#include "tools/event.h"

namespace tsg {

// Rules that break at once when the program is to end, so that a resolution with thousands of subjects does
// not hold it up. What was resolved then is not to be used.
class StoppableRules final : public RuleRunner {
 public:
  // Borrows both.
  StoppableRules(RuleRunner& rules, const Event& ending) : rules_(rules), ending_(ending) {}

  Verdict run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace) override {
    if (!ending_.raised()) return rules_.run(rule, facts, subject, trace);
    Verdict stopped;
    stopped.rule = rule;
    stopped.message = "the program ends";
    return stopped;
  }
  const RuleContract* contract(std::string_view rule) const override { return rules_.contract(rule); }

 private:
  RuleRunner& rules_;
  const Event& ending_;
};

}  // namespace tsg
