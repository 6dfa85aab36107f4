// SPDX-License-Identifier: MIT
// Which rules of a guide load which files, and what may stand for an answer in each.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/tsg.h"
#include "tools/rule_mutants.h"

namespace tsg {

class RuleDependencies {
 public:
  // Loads each rule that the pack's guides name once.
  explicit RuleDependencies(GuideResolver& resolver);

  // Names of the rules that load the file; none for a file that no rule needs.
  const std::vector<std::string>& rules_with(const std::string& file) const;
  // The files of these rules.
  const std::set<std::string>& files_of_rules_with(const std::string& file) const;
  // For an answer of a rule that loads the file, the next answer of that rule.
  AnswerSwaps swaps_for(const std::string& file) const;

 private:
  struct Users {
    std::vector<std::string> rules = {};
    std::set<std::string> files = {};
  };
  const Users& users_of(const std::string& file) const;

  RuleRunner& rules_;
  std::map<std::string, Users> users_ = {};
};

}  // namespace tsg
