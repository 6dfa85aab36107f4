// SPDX-License-Identifier: MIT
#include "engine/evaluator/element_answers.h"

#include <fmt/format.h>

#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

AnswerProblem unknown_element(const Form& form, const std::string& id) {
  std::vector<std::string> ids;
  for (const FormElement& element : form.elements) ids.push_back(element.id);
  const std::optional<std::string> meant = nearest_name(id, ids);
  return {fmt::format("the form has no element `{}`", excerpt(id)),
          meant ? fmt::format("did you mean `{}`?", excerpt(*meant))
                : std::string("see `tsg form FILE` for the ids of its elements")};
}

// What is wrong with `value` as an answer to `element`.
std::optional<AnswerProblem> wrong_option(const FormElement& element, const std::string& value) {
  if (!is_choice(element.control) || element.dynamic_options) return std::nullopt;
  std::vector<std::string> values;
  for (const FormOption& option : element.options) {
    if (option.value == value) return std::nullopt;
    values.push_back(option.value);
  }
  const std::optional<std::string> meant = nearest_name(value, values);
  return AnswerProblem{fmt::format("`{}` has no option `{}`", excerpt(element.id), excerpt(value)),
                       meant ? fmt::format("did you mean `{}`?", excerpt(*meant))
                             : std::string("write the value of an option, not its text")};
}

}  // namespace

std::optional<AnswerProblem> take_element_answer(const Form& form, const std::string& id,
                                                 const std::string& value, ElementAnswers& answers) {
  const FormElement* element = form.element(id);
  if (element == nullptr) return unknown_element(form, id);
  if (value.empty()) return std::nullopt;
  if (std::optional<AnswerProblem> wrong = wrong_option(*element, value)) return wrong;
  std::vector<std::string>& given = answers[id];
  if (!given.empty() && element->control != ControlType::MultiselectDropdown)
    return AnswerProblem{fmt::format("`{}` is answered twice", excerpt(id)),
                         "only a multiselectdropdown takes several answers"};
  given.push_back(value);
  return std::nullopt;
}

}  // namespace tsg
