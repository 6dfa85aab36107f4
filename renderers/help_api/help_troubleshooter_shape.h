// SPDX-License-Identifier: MIT
// The members of a troubleshooter and of what is sent to it, in the order in which they are written.
#pragma once

#include <tuple>

#include "engine/loader/json_shape.h"
#include "renderers/help_api/help_json_shape.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

template <>
struct JsonShape<HelpResponseOption> {
  static constexpr auto members = std::make_tuple(JsonMember{"key", &HelpResponseOption::key},
                                                  JsonMember{"value", &HelpResponseOption::value});
};

template <>
struct JsonShape<HelpValidation> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"regex", &HelpValidation::regex},
                      JsonMember{"validationScope", &HelpValidation::validation_scope},
                      JsonMember{"isRequired", &HelpValidation::is_required},
                      JsonMember{"validationErrorMessage", &HelpValidation::validation_error_message},
                      JsonMember{"minLength", &HelpValidation::min_length},
                      JsonMember{"maxLength", &HelpValidation::max_length});
};

template <>
struct JsonShape<HelpStepInput> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"questionId", &HelpStepInput::question_id},
      JsonMember{"questionType", &HelpStepInput::question_type},
      JsonMember{"questionTitle", &HelpStepInput::question_title},
      JsonMember{"questionContent", &HelpStepInput::question_content},
      JsonMember{"questionContentType", &HelpStepInput::question_content_type},
      JsonMember{"responseHint", &HelpStepInput::response_hint},
      JsonMember{"recommendedOption", &HelpStepInput::recommended_option},
      JsonMember{"selectedOptionValue", &HelpStepInput::selected_option_value},
      JsonMember{"responseValidationProperties", &HelpStepInput::response_validation_properties},
      JsonMember{"responseOptions", &HelpStepInput::response_options});
};

template <>
struct JsonShape<HelpAutomatedCheck> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"version", &HelpAutomatedCheck::version}, JsonMember{"status", &HelpAutomatedCheck::status},
      JsonMember{"result", &HelpAutomatedCheck::result}, JsonMember{"type", &HelpAutomatedCheck::type});
};

template <>
struct JsonShape<HelpStep> {
  static constexpr auto members = std::make_tuple(
      JsonMember{"id", &HelpStep::id}, JsonMember{"title", &HelpStep::title},
      JsonMember{"description", &HelpStep::description}, JsonMember{"guidance", &HelpStep::guidance},
      JsonMember{"executionStatus", &HelpStep::execution_status},
      JsonMember{"executionStatusDescription", &HelpStep::execution_status_description},
      JsonMember{"type", &HelpStep::type}, JsonMember{"isLastStep", &HelpStep::is_last_step},
      JsonMember{"inputs", &HelpStep::inputs},
      JsonMember{"automatedCheckResults", &HelpStep::automated_check_results},
      JsonMember{"insights", &HelpStep::insights}, JsonMember{"error", &HelpStep::error});
};

template <>
struct JsonShape<HelpTroubleshooterProperties> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"solutionId", &HelpTroubleshooterProperties::solution_id},
                      JsonMember{"parameters", &HelpTroubleshooterProperties::parameters},
                      JsonMember{"provisioningState", &HelpTroubleshooterProperties::provisioning_state},
                      JsonMember{"steps", &HelpTroubleshooterProperties::steps});
};

template <>
struct JsonShape<HelpTroubleshooter> {
  static constexpr auto members = std::make_tuple(JsonMember{"id", &HelpTroubleshooter::id},
                                                  JsonMember{"name", &HelpTroubleshooter::name},
                                                  JsonMember{"type", &HelpTroubleshooter::type},
                                                  JsonMember{"properties", &HelpTroubleshooter::properties});
};

template <>
struct JsonShape<HelpResponse> {
  static constexpr auto members = std::make_tuple(JsonMember{"questionId", &HelpResponse::question_id},
                                                  JsonMember{"questionType", &HelpResponse::question_type},
                                                  JsonMember{"response", &HelpResponse::response});
};

template <>
struct JsonShape<HelpContinue> {
  static constexpr auto members = std::make_tuple(JsonMember{"stepId", &HelpContinue::step_id},
                                                  JsonMember{"responses", &HelpContinue::responses});
};

template <>
struct JsonShape<HelpRestarted> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"troubleshooterResourceName", &HelpRestarted::troubleshooter_resource_name});
};

}  // namespace tsg
