// SPDX-License-Identifier: MIT
// A troubleshooter of the Help API and what is sent to it: TroubleshooterResource, ContinueRequestBody and
// RestartTroubleshooterResponse of Microsoft.Help, API version 2024-03-01-preview
// (Azure/azure-rest-api-specs, help.json; on Microsoft Learn: "Troubleshooters - Get", "- Continue").
#pragma once

#include "renderers/help_api/help_json.h"

namespace tsg {

struct HelpResponseOption {
  HelpText key = {};    // what an answer says
  HelpText value = {};  // what a reader sees
  HelpExtras extras = {};
  bool operator==(const HelpResponseOption&) const = default;
};

struct HelpValidation {
  HelpText regex = {};
  HelpText validation_scope = {};
  std::optional<bool> is_required = {};
  HelpText validation_error_message = {};
  std::optional<std::int64_t> min_length = {};  // characters; not in 2024-03-01-preview, seen elsewhere
  std::optional<std::int64_t> max_length = {};
  HelpExtras extras = {};
  bool operator==(const HelpValidation&) const = default;
};

struct HelpStepInput {
  HelpText question_id = {};
  HelpText question_type = {};
  HelpText question_title = {};
  HelpText question_content = {};
  HelpText question_content_type = {};
  HelpText response_hint = {};
  HelpText recommended_option = {};     // what a rule says
  HelpText selected_option_value = {};  // the text of the response that was chosen
  std::optional<HelpValidation> response_validation_properties = {};
  HelpList<HelpResponseOption> response_options = {};
  HelpExtras extras = {};
  bool operator==(const HelpStepInput&) const = default;
};

struct HelpAutomatedCheck {
  HelpText version = {};
  HelpText status = {};
  HelpText result = {};
  HelpText type = {};
  HelpExtras extras = {};
  bool operator==(const HelpAutomatedCheck&) const = default;
};

struct HelpStep {
  HelpText id = {};  // help_step_id.h
  HelpText title = {};
  HelpText description = {};
  HelpText guidance = {};
  HelpText execution_status = {};
  HelpText execution_status_description = {};
  HelpText type = {};
  std::optional<bool> is_last_step = {};
  HelpList<HelpStepInput> inputs = {};
  std::optional<HelpAutomatedCheck> automated_check_results = {};
  HelpList<HelpInsight> insights = {};
  std::optional<HelpError> error = {};
  HelpExtras extras = {};
  bool operator==(const HelpStep&) const = default;
};

struct HelpTroubleshooterProperties {
  HelpText solution_id = {};  // the guide
  std::optional<HelpMap> parameters = {};
  HelpText provisioning_state = {};
  HelpList<HelpStep> steps = {};
  HelpExtras extras = {};
  bool operator==(const HelpTroubleshooterProperties&) const = default;
};

struct HelpTroubleshooter {
  HelpText id = {};  // "/SCOPE/providers/Microsoft.Help/troubleshooters/NAME"
  HelpText name = {};
  HelpText type = {};
  std::optional<HelpTroubleshooterProperties> properties = {};
  HelpExtras extras = {};
  bool operator==(const HelpTroubleshooter&) const = default;
};

struct HelpResponse {
  HelpText question_id = {};
  HelpText question_type = {};
  HelpText response = {};  // the key of an option, or free text
  HelpExtras extras = {};
  bool operator==(const HelpResponse&) const = default;
};

struct HelpContinue {
  HelpText step_id = {};
  HelpList<HelpResponse> responses = {};
  HelpExtras extras = {};
  bool operator==(const HelpContinue&) const = default;
};

struct HelpRestarted {
  HelpText troubleshooter_resource_name = {};
  HelpExtras extras = {};
  bool operator==(const HelpRestarted&) const = default;
};

}  // namespace tsg
