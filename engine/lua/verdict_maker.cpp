// SPDX-License-Identifier: MIT
#include "engine/lua/verdict_maker.h"

#include <fmt/format.h>
#include <algorithm>

#include "engine/lua/error_text.h"
#include "engine/model/limits.h"

namespace tsg::lua {

namespace {

Verdict empty_verdict(const RuleContract& contract, VerdictKind kind, std::uint32_t line) {
  Verdict verdict;
  verdict.kind = kind;
  verdict.rule = contract.name;
  verdict.rule_file = contract.file;
  verdict.rule_line = line;
  return verdict;
}

Verdict stopped_verdict(const Run& run) {
  const Stop& stop = run.stop;
  switch (stop.kind) {
    case StopKind::None:
    case StopKind::Error:
      return error_verdict(*run.contract, one_line(stop.message), stop.line);
    case StopKind::Deadline:
      return error_verdict(*run.contract,
                           fmt::format("stopped: it ran longer than {} ms", limits::rule_milliseconds),
                           stop.line);
    case StopKind::Memory:
      return error_verdict(*run.contract,
                           fmt::format("stopped: it needs more than {} MB", limits::lua_heap_bytes >> 20U),
                           stop.line);
    case StopKind::Unknown:
      break;
  }
  Verdict verdict = empty_verdict(*run.contract, VerdictKind::Unknown, stop.line);
  verdict.needs = {stop.need};
  return verdict;
}

// What a value may be shown to: the class of all the rule may read, unless the rule says why it is lower.
DataClass class_of(const RuleContract& contract, const std::string& name) {
  const bool lowered = contract.lowered.count(name) > 0;
  return lowered ? std::min(contract.data_class, DataClass::Customer) : contract.data_class;
}

void classify(std::vector<NamedValue>& values, const RuleContract& contract) {
  for (NamedValue& value : values) value.data_class = class_of(contract, value.name);
}

// The name of a value that the answer promises and does not give; empty when it gives all.
std::string missing_value(const Verdict& verdict, const RuleContract& contract) {
  const auto provided = contract.provides.find(verdict.option);
  if (provided == contract.provides.end()) return {};
  for (const std::string& name : provided->second) {
    if (find_value(verdict.values, name) != nullptr) continue;
    const bool in_findings =
        !verdict.findings.empty() &&
        std::all_of(verdict.findings.begin(), verdict.findings.end(),
                    [&name](const Finding& finding) { return find_value(finding.values, name) != nullptr; });
    if (!in_findings) return name;
  }
  return {};
}

Verdict drafted_verdict(Run& run, Draft& draft) {
  Verdict verdict = empty_verdict(*run.contract, draft.kind, draft.line);
  verdict.option = std::move(draft.option);
  verdict.message = std::move(draft.message);
  verdict.needs = std::move(draft.needs);
  verdict.any_of = std::move(draft.any_of);
  verdict.values = std::move(draft.values);
  verdict.findings = std::move(run.findings);
  classify(verdict.values, *run.contract);
  for (Finding& finding : verdict.findings) classify(finding.values, *run.contract);
  if (verdict.kind != VerdictKind::Answer) return verdict;
  const std::string missing = missing_value(verdict, *run.contract);
  if (missing.empty()) return verdict;
  return error_verdict(
      *run.contract,
      fmt::format("answers `{}` without the value `{}`, {}{}", verdict.option, missing,
                  broken_contract::provides, verdict.findings.empty() ? "" : "; every finding must give it"),
      draft.line);
}

std::string no_verdict_message(const std::string& returned) {
  const std::string what = returned == "nil" ? "nothing" : fmt::format("a {}", returned);
  return fmt::format(
      "decide returned {}, not a verdict: end it with `return yes()`, `return no()`, "
      "`return answer(option)`, `return unknown{{...}}` or `return not_applicable(reason)`",
      what);
}

}  // namespace

Verdict error_verdict(const RuleContract& contract, std::string message, std::uint32_t line) {
  Verdict verdict = empty_verdict(contract, VerdictKind::Error, line);
  verdict.message = std::move(message);
  return verdict;
}

Verdict make_verdict(Run& run, const RunEnd& end) {
  if (run.stop.kind != StopKind::None) return stopped_verdict(run);
  if (end.broke) return error_verdict(*run.contract, end.error, run.error_line);
  if (end.draft == nullptr) return error_verdict(*run.contract, no_verdict_message(end.returned), 0);
  return drafted_verdict(run, *end.draft);
}

}  // namespace tsg::lua
