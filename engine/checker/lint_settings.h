// SPDX-License-Identifier: MIT
// How strictly rules are taken: by tsg.toml for a repository, by comments for a file or a line.
//
//   [check]                                      <!-- tsg: ignore L08 because the page has no other address
//   --> L08 = "off"                                  <!-- tsg: ignore-file S19, TSG834 because this one is
//   for agents --> TSG815 = "error"
//
// A rule is named by its code or by its id in docs/lint.md. `ignore` speaks of the line below it,
// `ignore-file` of the whole file. A comment needs a reason, and one that silences nothing is reported
// itself.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/checker/article_view.h"
#include "engine/diagnostics/diagnostic.h"

namespace tsg {

enum class RuleLevel : std::uint8_t { Off, Info, Warning, Error };
std::optional<RuleLevel> rule_level(std::string_view word);  // "off", "info", "warning", "error"

struct LintSettings {
  std::map<std::string, RuleLevel, std::less<>> levels = {};  // by code or id
  bool operator==(const LintSettings&) const = default;
};

// Gives each diagnostic the severity that the settings ask for, and takes out those that are off.
void apply_settings(Diagnostics& diagnostics, const LintSettings& settings);

// Takes out what comments of the article silence; adds what is wrong with the comments. In the order of
// places.
void apply_suppressions(const Article& article, Diagnostics& diagnostics);

}  // namespace tsg
