// SPDX-License-Identifier: MIT
// The members of a solution, object by object, in the order in which they are written.
#pragma once

#include <tuple>

#include "engine/loader/json_shape.h"
#include "renderers/help_api/help_json_shape.h"
#include "renderers/help_api/help_solution.h"

namespace tsg {

template <>
struct JsonShape<HelpTriggerCriterion> {
  static constexpr auto members = std::make_tuple(JsonMember{"name", &HelpTriggerCriterion::name},
                                                  JsonMember{"value", &HelpTriggerCriterion::value});
};

template <>
struct JsonShape<HelpSearchResult> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"solutionId", &HelpSearchResult::solution_id},
      JsonMember{"content", &HelpSearchResult::content}, JsonMember{"title", &HelpSearchResult::title},
      JsonMember{"confidence", &HelpSearchResult::confidence},
      JsonMember{"source", &HelpSearchResult::source},
      JsonMember{"resultType", &HelpSearchResult::result_type}, JsonMember{"rank", &HelpSearchResult::rank},
      JsonMember{"link", &HelpSearchResult::link});
};

template <>
struct JsonShape<HelpWebResult> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"replacementKey", &HelpWebResult::replacement_key},
                      JsonMember{"searchResults", &HelpWebResult::search_results});
};

template <>
struct JsonShape<HelpDiagnostic> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"solutionId", &HelpDiagnostic::solution_id}, JsonMember{"status", &HelpDiagnostic::status},
      JsonMember{"statusDetails", &HelpDiagnostic::status_details},
      JsonMember{"replacementKey", &HelpDiagnostic::replacement_key},
      JsonMember{"estimatedCompletionTime", &HelpDiagnostic::estimated_completion_time},
      JsonMember{"requiredParameters", &HelpDiagnostic::required_parameters},
      JsonMember{"insights", &HelpDiagnostic::insights});
};

template <>
struct JsonShape<HelpTroubleshooterLink> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"solutionId", &HelpTroubleshooterLink::solution_id},
                      JsonMember{"title", &HelpTroubleshooterLink::title},
                      JsonMember{"summary", &HelpTroubleshooterLink::summary});
};

template <>
struct JsonShape<HelpFilter> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"name", &HelpFilter::name}, JsonMember{"values", &HelpFilter::values},
                      JsonMember{"operator", &HelpFilter::operation});
};

template <>
struct JsonShape<HelpFilterGroup> {
  static constexpr auto members = std::make_tuple(JsonMember{"filter", &HelpFilterGroup::filter});
};

template <>
struct JsonShape<HelpChart> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"name", &HelpChart::name}, JsonMember{"aggregationType", &HelpChart::aggregation_type},
      JsonMember{"timeSpanDuration", &HelpChart::time_span_duration}, JsonMember{"title", &HelpChart::title},
      JsonMember{"filterGroup", &HelpChart::filter_group},
      JsonMember{"replacementKey", &HelpChart::replacement_key});
};

template <>
struct JsonShape<HelpVideo> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"src", &HelpVideo::src}, JsonMember{"title", &HelpVideo::title},
                      JsonMember{"replacementKey", &HelpVideo::replacement_key});
};

template <>
struct JsonShape<HelpVideoGroup> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"videos", &HelpVideoGroup::videos},
                      JsonMember{"replacementKey", &HelpVideoGroup::replacement_key});
};

template <>
struct JsonShape<HelpReplacementMaps> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"webResults", &HelpReplacementMaps::web_results},
                      JsonMember{"diagnostics", &HelpReplacementMaps::diagnostics},
                      JsonMember{"troubleshooters", &HelpReplacementMaps::troubleshooters},
                      JsonMember{"metricsBasedCharts", &HelpReplacementMaps::metrics_based_charts},
                      JsonMember{"videos", &HelpReplacementMaps::videos},
                      JsonMember{"videoGroups", &HelpReplacementMaps::video_groups});
};

template <>
struct JsonShape<HelpSection> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"title", &HelpSection::title}, JsonMember{"content", &HelpSection::content},
                      JsonMember{"replacementMaps", &HelpSection::replacement_maps});
};

template <>
struct JsonShape<HelpSolutionProperties> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"triggerCriteria", &HelpSolutionProperties::trigger_criteria},
                      JsonMember{"parameters", &HelpSolutionProperties::parameters},
                      JsonMember{"solutionId", &HelpSolutionProperties::solution_id},
                      JsonMember{"provisioningState", &HelpSolutionProperties::provisioning_state},
                      JsonMember{"title", &HelpSolutionProperties::title},
                      JsonMember{"content", &HelpSolutionProperties::content},
                      JsonMember{"replacementMaps", &HelpSolutionProperties::replacement_maps},
                      JsonMember{"sections", &HelpSolutionProperties::sections});
};

template <>
struct JsonShape<HelpSolution> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"id", &HelpSolution::id}, JsonMember{"name", &HelpSolution::name},
      JsonMember{"type", &HelpSolution::type}, JsonMember{"properties", &HelpSolution::properties});
};

}  // namespace tsg
