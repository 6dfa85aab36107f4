// SPDX-License-Identifier: MIT
// The answers and inputs of a command line, made Answers of a walk.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/model/answers.h"
#include "engine/model/pack.h"
#include "tools/console.h"

namespace tsg {

struct AnswerTexts {
  std::vector<std::string> answers = {};  // "step=option", "step[subject]=option"
  std::vector<std::string> inputs = {};   // "step.Name=value"
  std::string form = {};                  // a file: a JSON object of question to option
  std::string reason = {};
};

struct GivenAnswers {
  ExitCode code = ExitCode::Done;
  Answers answers = {};
};

// Says what is wrong with them on the console: a text that is no answer, a step or option that is not there.
GivenAnswers read_given_answers(const AnswerTexts& texts, const Pack& pack, const Guide& guide,
                                const Console& console);

}  // namespace tsg
