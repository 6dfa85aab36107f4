// SPDX-License-Identifier: MIT
// What one run of `tsg check` looks at: the articles below the paths that were given, and the packs there.
#pragma once

#include <string>
#include <vector>

#include "engine/checker/content_check.h"
#include "engine/checker/lint_settings.h"
#include "engine/diagnostics/diagnostic.h"
#include "renderers/check_report.h"

namespace tsg {

struct CheckScope {
  std::vector<std::string> articles = {};  // as they are opened and shown
  std::vector<std::string> packs = {};     // folders with a tsg.toml
  LintSettings settings = {};              // of the pack that holds the first path
  Diagnostics problems = {};               // paths that cannot be read
};

CheckScope scope_of(const std::vector<std::string>& paths);

// What is wrong with a pack beyond its articles' own words: guides, rules, catalogues, scenarios.
Diagnostics check_pack(const std::string& root);

// Findings by file, in the order of the articles; the pack's other files behind them.
std::vector<FileFindings> findings_of(const std::vector<CheckedArticle>& articles,
                                      std::vector<Diagnostics> found, const Diagnostics& of_packs);

}  // namespace tsg
