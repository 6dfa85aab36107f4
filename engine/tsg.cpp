// SPDX-License-Identifier: MIT
#include "engine/tsg.h"

#include <fmt/format.h>

#include <set>

#include "engine/contracts.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"

namespace tsg {

namespace {

// Every rule that the pack's guides name.
std::vector<std::string> rules_of(const Pack& pack) {
  std::set<std::string> names;
  for (const Guide& guide : pack.guides) {
    for (const Step& step : guide.steps) names.insert({step.rule, step.for_each});
    for (const Check& check : guide.checks) names.insert(check.rule);
  }
  names.erase("");
  return {names.begin(), names.end()};
}

}  // namespace

std::string_view version() { return TSG_VERSION; }

GuideResolver::GuideResolver(std::unique_ptr<const Pack> pack, std::string guide, std::unique_ptr<RuleRunner> rules)
    : pack_(std::move(pack)), guide_(std::move(guide)), rules_(std::move(rules)) {}

Resolution GuideResolver::resolve(const Facts& facts, const Answers& answers, Trace trace) {
  return evaluate({*pack_, guide(), facts, answers, *rules_, trace, version()});
}

GuideOpening open_guide(const std::string& pack_root, std::string_view guide) {
  GuideOpening opening;
  PackReading reading = read_pack_for(pack_root, guide);
  opening.diagnostics = std::move(reading.diagnostics);
  if (has_error(opening.diagnostics)) return opening;
  auto pack = std::make_unique<const Pack>(std::move(reading.pack));
  RuleCompilation compiled = compile_rules(pack->rules, pack->catalogues, rules_of(*pack));
  append(opening.diagnostics, compiled.diagnostics);
  for (const Guide& each : pack->guides) append(opening.diagnostics, check_contracts(each, compiled.engine));
  if (has_error(opening.diagnostics)) return opening;
  opening.resolver = std::make_unique<GuideResolver>(std::move(pack), std::string(guide), 
                                                     std::make_unique<RuleEngine>(std::move(compiled.engine)));
  return opening;
}

DomainOpening open_rule(const std::string& pack_root, std::string_view rule) {
  DomainOpening opening;
  PackReading reading = read_domain(pack_root, rule.substr(0, rule.find('/')));
  opening.diagnostics = std::move(reading.diagnostics);
  opening.pack = std::make_unique<const Pack>(std::move(reading.pack));
  if (has_error(opening.diagnostics)) return opening;
  const std::vector<std::string> wanted = {std::string(rule)};
  RuleCompilation compiled = compile_rules(opening.pack->rules, opening.pack->catalogues, wanted);
  append(opening.diagnostics, compiled.diagnostics);
  if (has_error(opening.diagnostics)) return opening;
  opening.rules = std::make_unique<RuleEngine>(std::move(compiled.engine));
  return opening;
}

}  // namespace tsg
