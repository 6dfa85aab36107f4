// SPDX-License-Identifier: MIT
// An article as a solution of the Help API.
//
//   HelpSolution solution = article_solution(document, {.name = "abc", .root = pack.root});
//   std::string json = help_solution_json(solution);
//
// It is composed for customers: no text and no value in it that they may not see. The article's H1 is the
// title; what stands before its first heading is the content, each heading of the highest level a section;
// components are comments in the HTML with entries in the replacement maps beside it. With several parts
// (findings) each is a section. `x-tsg` says the article's selfHelpType and file.
//
// A placeholder without a value makes the solution `MissingInputs`, without content, and
// `x-tsg.requiredParameters` names it; `missing` decides otherwise. Of an article whose body is
// JSON (a form, metadata) it says the title and what Markdown stands around that.
#pragma once

#include <string>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/guide.h"
#include "engine/model/portal.h"
#include "renderers/help_api/help_solution.h"
#include "renderers/help_api/replacement_maps.h"

namespace tsg {

struct SolutionRequest {
  std::string name = {};   // of the resource; empty: the article's id
  std::string scope = {};  // "subscriptions/ID/resourceGroups/NAME"; may be empty
  std::vector<HelpTriggerCriterion> trigger_criteria = {};  // empty: the article's id
  HelpMap parameters = {};
  std::vector<FilledArticle> parts = {};  // values, as a Resolution has them; none: without facts
  MissingValue missing = MissingValue::Refuse;
  std::vector<DiagnosticRun> runs = {};
  std::vector<HelpTroubleshooterLink> troubleshooters = {};
  std::string root = {};  // of the pack, for what the article includes
  PortalSettings portal = {};
};

HelpSolution article_solution(const Document& document, const SolutionRequest& request);

}  // namespace tsg
