// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/checker/placeholder_check.h"
#include "engine/checker/shown_placeholders.h"
#include "engine/checker/value_sources.h"
#include "engine/checker/way_words.h"
#include "engine/diagnostics/tree_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

bool given(const std::vector<std::string>& provided, const std::vector<std::string>& names) {
  return std::any_of(provided.begin(), provided.end(), [&names](const std::string& each) {
    return std::find(names.begin(), names.end(), ascii_lowered(each)) != names.end();
  });
}

// What a check gives its article.
struct CheckValues {
  std::vector<std::string> names = {};
  std::string_view rule = {};  // empty: the check lists the others
  Place place = {};            // where they are declared
};

std::optional<CheckValues> values_of(const Pack& pack, const Check& check, const Contracts& contracts) {
  if (!check.lists.empty()) return CheckValues{{check.lists}, {}, check.place};
  const RuleContract* contract = find_contract(contracts, check.rule);
  if (contract == nullptr) return std::nullopt;
  const auto& answers = contract->answers;
  if (std::find(answers.begin(), answers.end(), "yes") == answers.end()) return std::nullopt;
  CheckValues values{{}, contract->name, place_in_rule(pack, *contract, "provides")};
  if (const auto yes = contract->provides.find("yes"); yes != contract->provides.end())
    values.names = yes->second;
  return values;
}

std::string way_to_give(const CheckValues& values, std::string_view name) {
  if (const auto meant = nearest_name(name, values.names)) return fmt::format("did you mean `{}`?", *meant);
  if (values.rule.empty())
    return fmt::format("write `lists = \"{0}\"`, or `{0} = \"...\"` under [values]", name);
  return fmt::format("add \"{0}\" to `provides.yes` of rule `{1}`, or `{0} = \"...\"` under [values]", name,
                     values.rule);
}

Diagnostic lacking(const Guide& guide, const Check& check, const CheckValues& values,
                   const Document& document, std::size_t placeholder) {
  const std::string& name = document.compiled.placeholders[placeholder];
  const ArticleSpot spot = spot_of(document, name);
  Diagnostic diagnostic =
      make_diagnostic(codes::check_lacks_value, spot.place,
                      fmt::format("check `{}` of guide `{}` shows `{}`, which {}", check.id, guide.id, name,
                                  values.rule.empty() ? "it does not list" : "its rule does not provide"),
                      way_to_give(values, name));
  const bool agents = readers_of(document)[placeholder] == Reader::Agent && !guide.publish;
  if (agents) diagnostic.severity = Severity::Warning;
  diagnostic.source_line = spot.source_line;
  diagnostic.notes.push_back({fmt::format("check `{}` shows it", check.id), check.place});
  if (values.rule.empty()) return diagnostic;
  diagnostic.notes.push_back(
      {fmt::format("for `yes` rule `{}` provides {}", values.rule,
                   values.names.empty() ? "nothing" : fmt::format("{}", fmt::join(values.names, ", "))),
       values.place});
  return diagnostic;
}

}  // namespace

Diagnostics check_shown_by_checks(const Pack& pack, const Guide& guide, const Contracts& contracts) {
  Diagnostics diagnostics;
  for (const Check& check : guide.checks) {
    const Document* document = pack.document_of(guide, check.shows);
    const auto values = values_of(pack, check, contracts);
    if (!values || document == nullptr) continue;
    for (std::size_t at = 0; at < document->compiled.placeholders.size(); ++at) {
      const ValueSources sources = sources_of(pack, {&guide}, document->compiled.placeholders[at]);
      if (sources.always || given(values->names, sources.names)) continue;
      diagnostics.push_back(lacking(guide, check, *values, *document, at));
    }
  }
  return diagnostics;
}

}  // namespace tsg
