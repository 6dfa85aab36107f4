// SPDX-License-Identifier: MIT
// Values of the Help API's enumerations, as published: Azure/azure-rest-api-specs, Microsoft.Help, help.json
// of API version 2024-03-01-preview.
#pragma once

namespace tsg::help_words {

// Of a solution's and a troubleshooter's provisioningState, and of a diagnostic's status.
inline constexpr const char* succeeded = "Succeeded";
inline constexpr const char* partial_complete = "PartialComplete";  // of a solution only
inline constexpr const char* failed = "Failed";
inline constexpr const char* running = "Running";
inline constexpr const char* canceled = "Canceled";
// A status of diagnostics. Here also the provisioningState of a solution whose placeholders have no values,
// and the code of an error for want of facts.
inline constexpr const char* missing_inputs = "MissingInputs";
inline constexpr const char* not_found = "NotFound";  // a code of errors

// Type of a step.
inline constexpr const char* decision = "Decision";
inline constexpr const char* solution = "Solution";
inline constexpr const char* insight = "Insight";
inline constexpr const char* automated_check = "AutomatedCheck";
inline constexpr const char* input = "Input";

// ExecutionStatus; `success`, `warning` and `information` are also types of an automated check's result, and
// the last two importance levels.
inline constexpr const char* success = "Success";
inline constexpr const char* warning = "Warning";
inline constexpr const char* error = "Error";
inline constexpr const char* information = "Information";

// QuestionType, QuestionContentType and ValidationScope.
inline constexpr const char* radio_button = "RadioButton";
inline constexpr const char* dropdown = "Dropdown";
inline constexpr const char* text_input = "TextInput";
inline constexpr const char* date_time_picker = "DateTimePicker";
inline constexpr const char* plain_text = "Text";
inline constexpr const char* numbers_only = "NumberOnlyFormat";

// Name of a trigger criterion.
inline constexpr const char* solution_id = "SolutionId";

// Resource types.
inline constexpr const char* solution_type = "Microsoft.Help/solutions";
inline constexpr const char* troubleshooter_type = "Microsoft.Help/troubleshooters";

}  // namespace tsg::help_words
