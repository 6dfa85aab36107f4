// SPDX-License-Identifier: MIT
// What a client of the Help API sends to go on, as answers to a walk.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/answers.h"
#include "engine/model/pack.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

struct ContinueAnswers {
  Answers answers = {};
  std::string problem = {};  // lower case, without a final stop; empty when all was understood
};

// `guide` is the troubleshooter's. Responses are to the questions that resolution_troubleshooter writes
// (step_inputs.h): the question's with the id of an option, values as text. A step, a question or an option
// that is not there is a problem, and then there are no answers; whether values fit their types is for
// check_answers to say. Empty responses are none.
ContinueAnswers continue_answers(const HelpContinue& request, const Pack& pack, std::string_view guide);

}  // namespace tsg
