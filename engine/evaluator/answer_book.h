// SPDX-License-Identifier: MIT
// The answers and inputs of one walk, looked up by step.
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/answers.h"
#include "engine/model/guide.h"

namespace tsg {

class AnswerBook {
 public:
  // Borrows `answers`, which must outlive the book.
  explicit AnswerBook(const Answers& answers);

  // The answer for a step as a subject meets it, or null: the one for `subject` ("outer / inner"), else for
  // `inner_subject`, else for all subjects; of several alike the last. Answers the step has no edge for are
  // passed over.
  const GivenAnswer* find(const Step& step, std::string_view subject, std::string_view inner_subject) const;

  // The inputs given for a step that it declares and that fit their type; of several alike the last comes
  // first. They are of class customer: an agent has them from the customer.
  std::vector<NamedValue> inputs_of(const Step& step) const;

 private:
  using Key = std::pair<std::string_view, std::string_view>;  // step, subject
  const GivenAnswer* find(const Step& step, std::string_view subject) const;

  std::map<Key, const GivenAnswer*> answers_ = {};
  std::multimap<std::string_view, const GivenInput*> inputs_ = {};  // by step, in the order given
};

}  // namespace tsg
