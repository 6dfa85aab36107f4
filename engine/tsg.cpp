// SPDX-License-Identifier: MIT
#include "engine/tsg.h"

#include <fmt/format.h>

#include <set>

#include "engine/checker/contracts.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/text/line_index.h"

namespace tsg {

namespace {

// Every rule that the pack's guides name.
std::vector<std::string> rules_of(const Pack& pack) {
  std::set<std::string> names;
  for (const Guide& guide : pack.guides) names.merge(rules_of(guide));
  return {names.begin(), names.end()};
}

// Diagnostics that were made from a place alone get the line it stands in.
void add_source_lines(Diagnostics& diagnostics, const std::string& pack_root) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (!diagnostic.source_line.empty() || diagnostic.place.line == 0) continue;
    const Result<std::string> bytes =
        read_file(pack_root + "/" + diagnostic.place.file, limits::article_bytes);
    if (bytes)
      diagnostic.source_line = std::string(LineIndex(bytes.value()).line_text(diagnostic.place.line));
  }
}

}  // namespace

std::string_view version() {
  return TSG_VERSION;
}

GuideResolver::GuideResolver(std::shared_ptr<const Pack> pack, std::string guide,
                             std::unique_ptr<RuleRunner> rules)
    : pack_(std::move(pack)), guide_(std::move(guide)), rules_(std::move(rules)) {}

std::unique_ptr<GuideResolver> GuideResolver::another(RuleLines* lines) const {
  RuleCompilation compiled = compile_rules(pack_->rules, pack_->catalogues, rules_of(*pack_), lines);
  if (has_error(compiled.diagnostics)) return nullptr;
  return std::make_unique<GuideResolver>(pack_, guide_,
                                         std::make_unique<RuleEngine>(std::move(compiled.engine)));
}

Resolution GuideResolver::resolve(const Facts& facts, const Answers& answers, Trace trace) {
  return evaluate({*pack_, guide(), facts, answers, *rules_, trace, version()});
}

GuideOpening open_guide(const std::string& pack_root, std::string_view guide) {
  GuideOpening opening;
  PackReading reading = read_pack_for(pack_root, guide);
  opening.diagnostics = std::move(reading.diagnostics);
  if (has_error(opening.diagnostics))
    return add_source_lines(opening.diagnostics, pack_root), std::move(opening);
  auto pack = std::make_shared<const Pack>(std::move(reading.pack));
  RuleCompilation compiled = compile_rules(pack->rules, pack->catalogues, rules_of(*pack));
  append(opening.diagnostics, compiled.diagnostics);
  const Contracts contracts = contracts_of(*pack, compiled.engine);
  for (const Guide& each : pack->guides) append(opening.diagnostics, check_contracts(each, contracts));
  if (has_error(opening.diagnostics))
    return add_source_lines(opening.diagnostics, pack_root), std::move(opening);
  opening.resolver = std::make_unique<GuideResolver>(
      std::move(pack), std::string(guide), std::make_unique<RuleEngine>(std::move(compiled.engine)));
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
