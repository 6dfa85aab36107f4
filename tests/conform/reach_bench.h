// SPDX-License-Identifier: MIT
// The rules of tests/conform/reach over facts given as JSON: the shared network modules inside a rule's
// sandbox.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "engine/loader/facts_reader.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"

namespace tsg::conform {

class ReachBench {
 public:
  // Throws std::runtime_error with the diagnostics when the rules do not compile.
  ReachBench();
  ReachBench(const ReachBench&) = delete;
  ReachBench& operator=(const ReachBench&) = delete;

  // `rule` without its domain. A verdict of kind Error, and facts that are refused, throw std::runtime_error.
  Verdict run(const std::string& rule, const nlohmann::ordered_json& facts);
  // The facts of the runs that follow, read once.
  void load(const nlohmann::ordered_json& facts);
  Verdict run_loaded(const std::string& rule);

 private:
  PackReading network_;
  PackReading own_;
  std::vector<RuleSource> sources_;
  RuleCompilation compiled_;
  FactsReader reader_;
  Facts facts_;
};

// A value of a verdict as text; lists joined by commas. Throws when there is none of that name.
std::string value_text(const Verdict& verdict, std::string_view name);

}  // namespace tsg::conform
