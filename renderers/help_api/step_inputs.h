// SPDX-License-Identifier: MIT
// What a step of a guide asks, as inputs of the Help API. "Use Index as QuestionId", its definition says: 0
// is the step's question, the values that it takes by hand follow from 1 in the guide's order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/guide.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

inline constexpr const char* question_of_step = "0";

// The question: one radio button for each option, whose key is the option's id.
HelpStepInput question_input(std::string_view question, const std::vector<Option>& options);

// The value called `name`; one that the step does not declare is a text.
HelpStepInput value_input(const Step* step, std::string_view name);

// The value that a questionId asks for; null when it is none of the step's.
const Input* input_of_question(const Step& step, std::string_view question_id);

}  // namespace tsg
