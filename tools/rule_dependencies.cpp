// SPDX-License-Identifier: MIT
#include "tools/rule_dependencies.h"

#include "engine/lua/rule_engine.h"

namespace tsg {

RuleDependencies::RuleDependencies(GuideResolver& resolver) : rules_(resolver.rules()) {
  const Pack& pack = resolver.pack();
  std::set<std::string> rules;
  for (const Guide& guide : pack.guides) rules.merge(rules_of(guide));
  for (const std::string& rule : rules) {
    const RuleContract* contract = rules_.contract(rule);
    if (contract == nullptr) continue;
    RuleLines loaded;
    compile_rules(pack.rules, pack.catalogues, {{rule}}, &loaded);
    for (const auto& [file, lines] : loaded) {
      users_[file].rules.push_back(rule);
      users_[file].files.insert(contract->file);
    }
  }
}

const RuleDependencies::Users& RuleDependencies::users_of(const std::string& file) const {
  static const Users nobody = {};
  const auto found = users_.find(file);
  return found == users_.end() ? nobody : found->second;
}

const std::vector<std::string>& RuleDependencies::rules_with(const std::string& file) const {
  return users_of(file).rules;
}

const std::set<std::string>& RuleDependencies::files_of_rules_with(const std::string& file) const {
  return users_of(file).files;
}

AnswerSwaps RuleDependencies::swaps_for(const std::string& file) const {
  AnswerSwaps swaps;
  for (const std::string& rule : rules_with(file)) {
    const std::vector<std::string>& answers = rules_.contract(rule)->answers;
    for (std::size_t at = 0; at < answers.size() && answers.size() > 1; ++at) {
      swaps.emplace(answers[at], answers[(at + 1) % answers.size()]);
    }
  }
  return swaps;
}

}  // namespace tsg
