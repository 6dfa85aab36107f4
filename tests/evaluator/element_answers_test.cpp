// SPDX-License-Identifier: MIT
#include "engine/evaluator/element_answers.h"

#include <catch2/catch.hpp>

namespace tsg {

namespace {

Form form_of_all() {
  Form form;
  form.elements = {
      {.id = "kind", .control = ControlType::Dropdown, .options = {{"a", "First", {}}, {"b", "Second", {}}}},
      {.id = "several",
       .control = ControlType::MultiselectDropdown,
       .options = {{"x", "X", {}}, {"y", "Y", {}}}},
      {.id = "words", .control = ControlType::TextBox}};
  return form;
}

}  // namespace

TEST_CASE("an answer is taken if the form has it") {
  const Form form = form_of_all();
  ElementAnswers answers;
  CHECK_FALSE(take_element_answer(form, "kind", "a", answers));
  CHECK_FALSE(take_element_answer(form, "several", "x", answers));
  CHECK_FALSE(take_element_answer(form, "several", "y", answers));
  CHECK_FALSE(take_element_answer(form, "words", "anything", answers));
  CHECK(answers == ElementAnswers{{"kind", {"a"}}, {"several", {"x", "y"}}, {"words", {"anything"}}});
}

TEST_CASE("an answer that the form has not is a problem and changes nothing") {
  const Form form = form_of_all();
  ElementAnswers answers = {{"kind", {"a"}}};
  const ElementAnswers before = answers;
  CHECK(take_element_answer(form, "kinds", "a", answers)->help == "did you mean `kind`?");
  CHECK(take_element_answer(form, "kind", "First", answers)->message == "`kind` has no option `First`");
  CHECK(take_element_answer(form, "kind", "b", answers)->message == "`kind` is answered twice");
  CHECK_FALSE(take_element_answer(form, "words", "", answers));
  CHECK(answers == before);
}

}  // namespace tsg
