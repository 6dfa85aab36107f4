// SPDX-License-Identifier: MIT
#include "engine/checker/alias_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/diagnostics/tree_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

using Names = std::set<std::string>;

bool contracts_are_whole(const Pack& pack, const Contracts& contracts) {
  return std::all_of(pack.rules.begin(), pack.rules.end(), [&contracts](const RuleSource& rule) {
    return rule.is_module || find_contract(contracts, rule.domain + "/" + rule.id) != nullptr;
  });
}

// As they are written.
Names given_names(const Pack& pack, const Contracts& contracts) {
  Names names;
  for (const auto& [rule, contract] : contracts) {
    for (const auto& [answer, provided] : contract.provides) names.insert(provided.begin(), provided.end());
  }
  for (const Guide& guide : pack.guides) {
    for (const ValueSource& value : guide.values) names.insert(value.name);
    for (const Step& step : guide.steps) {
      for (const Input& input : step.inputs) names.insert(input.name);
    }
  }
  return names;
}

bool holds(const Names& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(),
                     [name](const std::string& each) { return equal_ignoring_case(each, name); });
}

const ValueSource* line_for(const Guide& guide, std::string_view name) {
  const auto found = std::find_if(guide.values.begin(), guide.values.end(), [name](const ValueSource& each) {
    return equal_ignoring_case(each.name, name);
  });
  return found == guide.values.end() ? nullptr : &*found;
}

// The lines from `first` on that lead back to it; empty when they lead elsewhere.
std::vector<const ValueSource*> circle_from(const Guide& guide, const ValueSource& first) {
  std::vector<const ValueSource*> lines;
  const ValueSource* line = &first;
  while (line != nullptr && line->fact.empty() && lines.size() <= guide.values.size()) {
    lines.push_back(line);
    line = line_for(guide, line->placeholder);
    if (line == &first) return lines;
  }
  return {};
}

Diagnostic circle(const std::vector<const ValueSource*>& lines) {
  const ValueSource& first = *lines.front();
  Diagnostic diagnostic = make_diagnostic(
      codes::alias_circle, first.place,
      lines.size() == 1
          ? fmt::format("`{}` under [values] names itself", first.name)
          : fmt::format("`{}` and `{}` under [values] name one another", first.name, first.placeholder),
      "name a fact's path, or a value that a rule provides");
  for (const ValueSource* line : lines) {
    diagnostic.notes.push_back({fmt::format("`{}` takes `{}`", line->name, line->placeholder), line->place});
  }
  return diagnostic;
}

}  // namespace

Diagnostics check_aliases(const Pack& pack, const Guide& guide, const Contracts& contracts) {
  Diagnostics diagnostics;
  const Names names = given_names(pack, contracts);
  const bool whole = contracts_are_whole(pack, contracts);
  std::set<const ValueSource*> told;
  for (const ValueSource& value : guide.values) {
    if (!value.fact.empty() || told.count(&value) > 0) continue;
    const std::vector<const ValueSource*> lines = circle_from(guide, value);
    told.insert(lines.begin(), lines.end());
    if (!lines.empty()) diagnostics.push_back(circle(lines));
    if (!lines.empty() || !whole || holds(names, value.placeholder)) continue;
    const bool path = value.placeholder.find_first_of(".[") != std::string::npos;  // the loader's to say
    if (path) continue;
    const auto meant = nearest_name(value.placeholder, {names.begin(), names.end()});
    diagnostics.push_back(make_diagnostic(
        codes::alias_without_source, value.place,
        fmt::format("`{}` takes `{}`, which no rule provides and no step asks for", value.name,
                    value.placeholder),
        meant ? fmt::format("did you mean `{}`?", *meant)
              : fmt::format("name a fact's path, or let a rule provide `{}`", value.placeholder)));
  }
  return diagnostics;
}

}  // namespace tsg
