// SPDX-License-Identifier: MIT
#include "tests/conform/reach_bench.h"

#include <stdexcept>

#include "engine/diagnostics/text_form.h"

namespace tsg::conform {

namespace {

void require_clean(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) text += to_text(each, Colour::Never);
  if (!text.empty()) throw std::runtime_error(text);
}

std::vector<RuleSource> joined(const PackReading& network, const PackReading& own) {
  std::vector<RuleSource> sources = own.pack.rules;
  for (const RuleSource& source : network.pack.rules) {
    if (source.domain == "network") sources.push_back(source);
  }
  return sources;
}

}  // namespace

ReachBench::ReachBench()
    : network_(read_domain(TSG_SOURCE_DIR, "application-gateway")),
      own_(read_domain(TSG_SOURCE_DIR "/tests/conform/reach", "reach")),
      sources_(joined(network_, own_)),
      compiled_(compile_rules(sources_, own_.pack.catalogues, {})),
      reader_(own_.pack.catalogues.at(0)),
      facts_(own_.pack.catalogues.at(0)) {
  require_clean(own_.diagnostics);
  require_clean(compiled_.diagnostics);
}

void ReachBench::load(const nlohmann::ordered_json& facts) {
  facts_.clear();
  reader_.begin(facts_);
  Diagnostics diagnostics;
  if (!reader_.read_documents("facts", facts.dump(), diagnostics)) require_clean(diagnostics);
}

Verdict ReachBench::run_loaded(const std::string& rule) {
  Verdict verdict = compiled_.engine.run("reach/" + rule, facts_, {}, Trace::Off);
  if (verdict.kind == VerdictKind::Error) throw std::runtime_error(verdict.message);
  return verdict;
}

Verdict ReachBench::run(const std::string& rule, const nlohmann::ordered_json& facts) {
  load(facts);
  return run_loaded(rule);
}

std::string value_text(const Verdict& verdict, std::string_view name) {
  const NamedValue* value = find_value(verdict.values, name);
  if (value == nullptr) throw std::runtime_error("the verdict has no value " + std::string(name));
  return to_text(value->value);
}

}  // namespace tsg::conform
