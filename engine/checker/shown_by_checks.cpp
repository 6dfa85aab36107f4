// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

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

Diagnostic lacking(const Pack& pack, const Guide& guide, const Check& check, const RuleContract& contract,
                   const Document& document, std::size_t placeholder) {
  const std::string& name = document.compiled.placeholders[placeholder];
  const std::vector<std::string>& provided =
      contract.provides.count("yes") > 0 ? contract.provides.at("yes") : std::vector<std::string>();
  const ArticleSpot spot = spot_of(document, name);
  const auto meant = nearest_name(name, provided);
  Diagnostic diagnostic = make_diagnostic(
      codes::check_lacks_value, spot.place,
      fmt::format("check `{}` of guide `{}` shows `{}`, which its rule does not provide", check.id, guide.id,
                  name),
      meant ? fmt::format("did you mean `{}`?", *meant)
            : fmt::format("add \"{}\" to `provides.yes` of rule `{}`, or `{} = \"...\"` under [values]", name,
                          contract.name, name));
  const bool agents = readers_of(document)[placeholder] == Reader::Agent && !guide.publish;
  if (agents) diagnostic.severity = Severity::Warning;
  diagnostic.source_line = spot.source_line;
  diagnostic.notes.push_back({fmt::format("check `{}` shows it", check.id), check.place});
  diagnostic.notes.push_back(
      {fmt::format("for `yes` rule `{}` provides {}", contract.name,
                   provided.empty() ? "nothing" : fmt::format("{}", fmt::join(provided, ", "))),
       place_in_rule(pack, contract, "provides")});
  return diagnostic;
}

}  // namespace

Diagnostics check_shown_by_checks(const Pack& pack, const Guide& guide, const Contracts& contracts) {
  Diagnostics diagnostics;
  for (const Check& check : guide.checks) {
    const RuleContract* contract = find_contract(contracts, check.rule);
    const Document* document = pack.document_of(guide, check.shows);
    if (contract == nullptr || document == nullptr) continue;
    const auto& answers = contract->answers;
    if (std::find(answers.begin(), answers.end(), "yes") == answers.end()) continue;
    const auto yes = contract->provides.find("yes");
    const std::vector<std::string> provided =
        yes == contract->provides.end() ? std::vector<std::string>() : yes->second;
    for (std::size_t at = 0; at < document->compiled.placeholders.size(); ++at) {
      const ValueSources sources = sources_of(pack, {&guide}, document->compiled.placeholders[at]);
      if (sources.always || given(provided, sources.names)) continue;
      diagnostics.push_back(lacking(pack, guide, check, *contract, *document, at));
    }
  }
  return diagnostics;
}

}  // namespace tsg
