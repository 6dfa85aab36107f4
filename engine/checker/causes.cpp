// SPDX-License-Identifier: MIT
#include "engine/checker/causes.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "engine/diagnostics/rule_codes.h"
#include "engine/diagnostics/tree_codes.h"

namespace tsg {

namespace {

const Diagnostic* cause_of(const Pack& pack, const Guide& guide, const Diagnostics& told) {
  const Catalogue* catalogue = pack.catalogue(guide.domain);
  const std::string catalogue_file =
      catalogue != nullptr ? catalogue->file : fmt::format("rules/{}/facts.toml", guide.domain);
  const auto cause = std::find_if(told.begin(), told.end(), [&](const Diagnostic& each) {
    const bool here = each.place.file == guide.file || each.place.file == catalogue_file;
    return here && each.severity == Severity::Error;
  });
  return cause == told.end() ? nullptr : &*cause;
}

}  // namespace

std::set<std::string> waiting_guides(const Pack& pack, const Diagnostics& told) {
  std::set<std::string> waiting;
  for (const Guide& guide : pack.guides) {
    if (cause_of(pack, guide, told) != nullptr) waiting.insert(guide.id);
  }
  return waiting;
}

Diagnostics tell_waiting(const Pack& pack, const Diagnostics& told) {
  Diagnostics diagnostics;
  for (const Guide& guide : pack.guides) {
    const Diagnostic* cause = cause_of(pack, guide, told);
    if (cause == nullptr) continue;
    diagnostics.push_back(make_diagnostic(
        codes::guide_not_proved, {.file = guide.file},
        fmt::format("guide `{}` is not proved, and its scenarios are not looked at, while {} has errors",
                    guide.id, cause->place.file),
        "mend them first"));
    diagnostics.back().notes.push_back({fmt::format("the first of them: {}", cause->message), cause->place});
  }
  return diagnostics;
}

void drop_consequences(Diagnostics& told) {
  constexpr std::string_view catalogue = "/facts.toml";
  std::set<std::string> folders;  // "rules/application-gateway/"
  for (const Diagnostic& each : told) {
    const std::string& file = each.place.file;
    const bool broken = each.severity == Severity::Error && file.ends_with(catalogue);
    if (broken) folders.insert(file.substr(0, file.size() - catalogue.size() + 1));
  }
  std::erase_if(told, [&folders](const Diagnostic& each) {
    const auto above = [&each](const std::string& folder) { return each.place.file.starts_with(folder); };
    return each.code == codes::rule_reads_unknown && std::any_of(folders.begin(), folders.end(), above);
  });
}

}  // namespace tsg
