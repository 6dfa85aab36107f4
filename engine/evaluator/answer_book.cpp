// SPDX-License-Identifier: MIT
#include "engine/evaluator/answer_book.h"

#include <algorithm>

#include "engine/evaluator/input_value.h"
#include "engine/text/ascii.h"

namespace tsg {

AnswerBook::AnswerBook(const Answers& answers) {
  for (const GivenAnswer& each : answers.answers) answers_[{each.step, each.subject}] = &each;
  for (const GivenInput& each : answers.inputs) inputs_.emplace(each.step, &each);
}

const GivenAnswer* AnswerBook::find(const Step& step, std::string_view subject) const {
  const auto found = answers_.find({step.id, subject});
  if (found == answers_.end() || step.edge(found->second->option) == nullptr) return nullptr;
  return found->second;
}

const GivenAnswer* AnswerBook::find(const Step& step, std::string_view subject,
                                    std::string_view inner_subject) const {
  if (answers_.empty()) return nullptr;
  if (const GivenAnswer* exact = find(step, subject)) return exact;
  if (const GivenAnswer* inner = find(step, inner_subject)) return inner;
  return find(step, {});
}

std::vector<NamedValue> AnswerBook::inputs_of(const Step& step) const {
  std::vector<NamedValue> values;
  const auto [begin, end] = inputs_.equal_range(step.id);
  for (auto given = begin; given != end; ++given) {
    for (const Input& input : step.inputs) {
      if (!equal_ignoring_case(input.name, given->second->name)) continue;
      if (auto value = input_value(input, given->second->value)) {
        values.push_back({input.name, std::move(*value), DataClass::Customer});
      }
    }
  }
  std::reverse(values.begin(), values.end());
  return values;
}

}  // namespace tsg
