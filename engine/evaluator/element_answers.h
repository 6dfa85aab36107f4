// SPDX-License-Identifier: MIT
// Answers to a form's elements, taken one by one and held to the form.
// Tested by element_answers_test.cpp.
#pragma once

#include <optional>
#include <string>

#include "engine/model/form.h"

namespace tsg {

struct AnswerProblem {
  std::string message = {};
  std::string help = {};
  bool operator==(const AnswerProblem&) const = default;
};

// Adds the answer; an empty one is none. A problem, and nothing is added: an element the form has not, a
// value that is none of its options, a second answer where one is wanted.
std::optional<AnswerProblem> take_element_answer(const Form& form, const std::string& id,
                                                 const std::string& value, ElementAnswers& answers);

}  // namespace tsg
