// SPDX-License-Identifier: MIT
// What rules do over the facts of scenarios: not a proof, but what was seen.
//
//   SeenRules seen(pack, guide, contracts, runner);
//   for (each scenario) seen.look_at({scenario.id, scenario.place}, facts);
//   append(diagnostics, seen.finish());
//
// Over each scenario's facts every way of the guide is taken, whatever its rules answer, since an agent may
// answer otherwise; a fork goes on with the subjects its rule lists. So a rule is run where it can be asked.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/checker/contracts.h"
#include "engine/checker/step_graph.h"
#include "engine/diagnostics/diagnostic.h"

namespace tsg {

// Whose facts they are, for messages.
struct FactSample {
  std::string name = {};
  Place place = {};  // of the scenario
};

class SeenRules {
 public:
  // Borrows all of it.
  SeenRules(const Pack& pack, const Guide& guide, const Contracts& contracts, RuleRunner& runner);

  // `facts` must be over the catalogue of the guide's domain. At most limits::walk_visits rules are run.
  void look_at(const FactSample& sample, const Facts& facts);

  // What was seen, each once with the first sample that showed it, in the order of seeing; then the answers
  // of the guide's own rules that no sample showed.
  Diagnostics finish();

 private:
  class Look;

  void note_verdict(const FactSample& sample, const Verdict& verdict, const RuleContract& contract,
                    std::string_view subject);
  void report(Diagnostic diagnostic, const FactSample& sample, std::string_view subject);
  bool repeats(const Code& code, const Verdict& verdict, const RuleContract& contract, const Place& place);
  bool lists_for_forks(std::string_view rule) const;
  std::vector<std::string> own_rules() const;

  // Why rules broke: the first of them, its diagnostic, and the others.
  struct Reason {
    std::string rule = {};
    std::size_t diagnostic = 0;
    std::set<std::string> others = {};
  };

  const Pack& pack_;
  const Guide& guide_;
  const Contracts& contracts_;
  RuleRunner& runner_;
  StepGraph graph_;
  std::set<std::pair<std::string, std::string>> answers_ = {};  // rule, option
  std::map<std::string, std::size_t> told_ = {};                // index into diagnostics_
  std::map<std::string, Reason> reasons_ = {};
  std::set<std::string> broken_ = {};  // rules that a sample broke
  Diagnostics diagnostics_ = {};
};

}  // namespace tsg
