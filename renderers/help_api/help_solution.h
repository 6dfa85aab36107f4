// SPDX-License-Identifier: MIT
// A solution of the Help API: SolutionResource of Microsoft.Help, API version 2024-03-01-preview
// (Azure/azure-rest-api-specs, help.json; on Microsoft Learn: "Solution - Get").
#pragma once

#include "renderers/help_api/help_json.h"

namespace tsg {

struct HelpTriggerCriterion {
  HelpText name = {};
  HelpText value = {};
  HelpExtras extras = {};
  bool operator==(const HelpTriggerCriterion&) const = default;
};

struct HelpSearchResult {
  HelpText solution_id = {};
  HelpText content = {};
  HelpText title = {};
  HelpText confidence = {};
  HelpText source = {};
  HelpText result_type = {};
  std::optional<std::int64_t> rank = {};
  HelpText link = {};
  HelpExtras extras = {};
  bool operator==(const HelpSearchResult&) const = default;
};

// `replacement_key` is a comment that stands in the content where this is to be shown.
struct HelpWebResult {
  HelpText replacement_key = {};
  HelpList<HelpSearchResult> search_results = {};
  HelpExtras extras = {};
  bool operator==(const HelpWebResult&) const = default;
};

struct HelpDiagnostic {
  HelpText solution_id = {};
  HelpText status = {};
  HelpText status_details = {};
  HelpText replacement_key = {};
  HelpText estimated_completion_time = {};  // minutes
  HelpList<std::string> required_parameters = {};
  HelpList<HelpInsight> insights = {};
  HelpExtras extras = {};
  bool operator==(const HelpDiagnostic&) const = default;
};

// A troubleshooter that a solution leads to.
struct HelpTroubleshooterLink {
  HelpText solution_id = {};
  HelpText title = {};
  HelpText summary = {};
  HelpExtras extras = {};
  bool operator==(const HelpTroubleshooterLink&) const = default;
};

struct HelpFilter {
  HelpText name = {};
  HelpText values = {};
  HelpText operation = {};
  HelpExtras extras = {};
  bool operator==(const HelpFilter&) const = default;
};
struct HelpFilterGroup {
  HelpList<HelpFilter> filter = {};
  HelpExtras extras = {};
  bool operator==(const HelpFilterGroup&) const = default;
};

struct HelpChart {
  HelpText name = {};
  HelpText aggregation_type = {};
  HelpText time_span_duration = {};
  HelpText title = {};
  std::optional<HelpFilterGroup> filter_group = {};
  HelpText replacement_key = {};
  HelpExtras extras = {};
  bool operator==(const HelpChart&) const = default;
};

struct HelpVideo {
  HelpText src = {};
  HelpText title = {};
  HelpText replacement_key = {};  // none within a group
  HelpExtras extras = {};
  bool operator==(const HelpVideo&) const = default;
};

struct HelpVideoGroup {
  HelpList<HelpVideo> videos = {};
  HelpText replacement_key = {};
  HelpExtras extras = {};
  bool operator==(const HelpVideoGroup&) const = default;
};

struct HelpReplacementMaps {
  HelpList<HelpWebResult> web_results = {};
  HelpList<HelpDiagnostic> diagnostics = {};
  HelpList<HelpTroubleshooterLink> troubleshooters = {};
  HelpList<HelpChart> metrics_based_charts = {};
  HelpList<HelpVideo> videos = {};
  HelpList<HelpVideoGroup> video_groups = {};
  HelpExtras extras = {};
  bool operator==(const HelpReplacementMaps&) const = default;
};

struct HelpSection {
  HelpText title = {};
  HelpText content = {};  // HTML
  std::optional<HelpReplacementMaps> replacement_maps = {};
  HelpExtras extras = {};
  bool operator==(const HelpSection&) const = default;
};

struct HelpSolutionProperties {
  HelpList<HelpTriggerCriterion> trigger_criteria = {};
  std::optional<HelpMap> parameters = {};
  HelpText solution_id = {};
  HelpText provisioning_state = {};
  HelpText title = {};
  HelpText content = {};  // HTML
  std::optional<HelpReplacementMaps> replacement_maps = {};
  HelpList<HelpSection> sections = {};
  HelpExtras extras = {};
  bool operator==(const HelpSolutionProperties&) const = default;
};

struct HelpSolution {
  HelpText id = {};  // "/SCOPE/providers/Microsoft.Help/solutions/NAME"
  HelpText name = {};
  HelpText type = {};
  std::optional<HelpSolutionProperties> properties = {};
  HelpExtras extras = {};
  bool operator==(const HelpSolution&) const = default;
};

}  // namespace tsg
