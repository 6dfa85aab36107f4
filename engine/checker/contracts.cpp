// SPDX-License-Identifier: MIT
#include "engine/checker/contracts.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/pack_codes.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Place place_of(const RuleContract& contract) {
  return {contract.file, {}, 1, 1};
}

Diagnostic undeclared(const Step& step, const Edge& edge, const RuleContract& contract) {
  const auto meant = nearest_name(edge.option, contract.answers);
  Diagnostic diagnostic = make_diagnostic(
      codes::answer_undeclared, edge.place,
      fmt::format("step `{}` has an edge for `{}`, which its rule never answers", step.id, edge.option),
      meant ? fmt::format("did you mean `{}`?", *meant)
            : fmt::format("take the edge out, or add `{}` to `answers` of the rule", edge.option));
  diagnostic.notes.push_back(
      {fmt::format("`{}` answers {}", contract.name, fmt::join(contract.answers, ", ")), place_of(contract)});
  return diagnostic;
}

Diagnostic without_edge(const Step& step, const std::string& answer, const RuleContract& contract) {
  Diagnostic diagnostic = make_diagnostic(
      codes::answer_without_edge, step.place,
      fmt::format("step `{}` can answer `{}`, but no edge takes that answer", step.id, answer),
      fmt::format("add `next.{} = \"...\"` with the step or outcome it leads to", answer));
  diagnostic.notes.push_back({fmt::format("the answer comes from `{}`", contract.name), place_of(contract)});
  return diagnostic;
}

void check_step(const Step& step, const RuleContract& contract, Diagnostics& diagnostics) {
  for (const Edge& edge : step.next) {
    if (!holds(contract.answers, edge.option)) diagnostics.push_back(undeclared(step, edge, contract));
  }
  for (const std::string& answer : contract.answers) {
    if (step.edge(answer) == nullptr) diagnostics.push_back(without_edge(step, answer, contract));
  }
}

}  // namespace

const RuleContract* find_contract(const Contracts& contracts, std::string_view rule) {
  const auto found = contracts.find(rule);
  return found == contracts.end() ? nullptr : &found->second;
}

Contracts contracts_of(const Pack& pack, const RuleRunner& rules) {
  Contracts contracts;
  for (const RuleSource& source : pack.rules) {
    if (source.is_module) continue;
    const std::string name = fmt::format("{}/{}", source.domain, source.id);
    if (const RuleContract* contract = rules.contract(name)) contracts.emplace(name, *contract);
  }
  return contracts;
}

Diagnostics check_contracts(const Guide& guide, const Contracts& contracts) {
  Diagnostics diagnostics;
  for (const Step& step : guide.steps) {
    if (step.rule.empty()) continue;
    const RuleContract* contract = find_contract(contracts, step.rule);
    if (contract != nullptr) check_step(step, *contract, diagnostics);
  }
  for (const Check& check : guide.checks) {
    const RuleContract* contract = find_contract(contracts, check.rule);
    if (contract == nullptr || holds(contract->answers, "yes")) continue;
    diagnostics.push_back(make_diagnostic(
        codes::check_without_yes, check.place,
        fmt::format("check `{}` shows its article when `{}` answers `yes`, which it never does", check.id,
                    contract->name),
        "add `yes` to the rule's `answers`, or name another rule"));
  }
  return diagnostics;
}

}  // namespace tsg
