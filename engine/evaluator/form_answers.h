// SPDX-License-Identifier: MIT
// The answers of a TSG_Questions form, as they stand in a support case, made answers of a walk.
#pragma once

#include <map>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/answers.h"
#include "engine/model/pack.h"

namespace tsg {

// Question -> the option that was chosen. A question is a step's `question_id` or its id; an option is one of
// the step's `legacy` texts, its id or its wording. Case and blanks at the ends are free.
using FormAnswers = std::map<std::string, std::string>;

struct MappedForm {
  Answers answers = {};  // in the order of the guide's steps, then of those of guides it leads to
  // What does not map: TSG611 for a question no step asks, TSG612 for an option no step of that question has.
  Diagnostics diagnostics = {};
  bool operator==(const MappedForm&) const = default;
};

MappedForm map_form(const Pack& pack, const Guide& guide, const FormAnswers& form);

}  // namespace tsg
