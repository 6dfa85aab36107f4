// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/rule.h"

namespace tsg {

// The rules of a guide, some of them changed. From the first rule that breaks on, or when the time is up, all
// break at once: the change was noticed then, and nobody waits for what else it does. Belongs to one thread.
class MutantRules final : public RuleRunner {
 public:
  using Clock = std::chrono::steady_clock;

  // Borrows the runners; the rules of `changed` are run by the second.
  MutantRules(RuleRunner& usual, RuleRunner& mutated, std::vector<std::string> changed,
              Clock::time_point deadline)
      : usual_(usual), mutated_(mutated), changed_(std::move(changed)), deadline_(deadline) {}

  Verdict run(std::string_view rule, const Facts& facts, std::string_view subject, Trace trace) override;
  const RuleContract* contract(std::string_view rule) const override {
    return runner_of(rule).contract(rule);
  }
  // A rule broke.
  bool broke() const { return broke_; }

 private:
  RuleRunner& runner_of(std::string_view rule) const;

  RuleRunner& usual_;
  RuleRunner& mutated_;
  std::vector<std::string> changed_;
  Clock::time_point deadline_;
  bool broke_ = false;
};

}  // namespace tsg
