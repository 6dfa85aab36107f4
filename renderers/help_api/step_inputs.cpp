// SPDX-License-Identifier: MIT
#include "renderers/help_api/step_inputs.h"

#include <algorithm>

#include "engine/composer/wording.h"
#include "engine/text/ascii.h"
#include "renderers/help_api/help_words.h"

namespace tsg {

namespace {

std::vector<HelpResponseOption> choices_of(const std::vector<std::string>& choices) {
  std::vector<HelpResponseOption> options;
  for (const std::string& each : choices) options.push_back({.key = each, .value = each});
  return options;
}

void set_type(HelpStepInput& made, const Input& input) {
  switch (input.type) {
    case InputType::String:
      made.question_type = help_words::text_input;
      return;
    case InputType::Integer:
      made.question_type = help_words::text_input;
      made.response_validation_properties->validation_scope = help_words::numbers_only;
      return;
    case InputType::Boolean:
      made.question_type = help_words::radio_button;
      made.response_options = choices_of({"true", "false"});
      return;
    case InputType::DateTime:
      made.question_type = help_words::date_time_picker;
      return;
    case InputType::Choice:
      made.question_type = help_words::dropdown;
      made.response_options = choices_of(input.choices);
      return;
  }
}

}  // namespace

HelpStepInput question_input(std::string_view question, const std::vector<Option>& options) {
  HelpStepInput made = {.question_id = question_of_step,
                        .question_type = help_words::radio_button,
                        .question_content = std::string(question),
                        .question_content_type = help_words::plain_text,
                        .response_validation_properties = HelpValidation{.is_required = true},
                        .response_options = std::vector<HelpResponseOption>()};
  for (const Option& each : options)
    made.response_options->push_back({.key = each.id, .value = wording_of(options, each.id)});
  return made;
}

HelpStepInput value_input(const Step* step, std::string_view name) {
  static const std::vector<Input> none = {};
  const std::vector<Input>& inputs = step == nullptr ? none : step->inputs;
  const auto found = std::find_if(inputs.begin(), inputs.end(),
                                  [name](const Input& each) { return equal_ignoring_case(each.name, name); });
  HelpStepInput made = {.question_id = std::string(name),
                        .question_type = help_words::text_input,
                        .question_title = std::string(name),
                        .question_content = std::string(name),
                        .question_content_type = help_words::plain_text,
                        .response_validation_properties = HelpValidation{.is_required = false}};
  if (found == inputs.end()) return made;
  made.question_id = std::to_string(found - inputs.begin() + 1);
  set_type(made, *found);
  return made;
}

const Input* input_of_question(const Step& step, std::string_view question_id) {
  for (std::size_t i = 0; i < step.inputs.size(); ++i) {
    if (std::to_string(i + 1) == question_id || step.inputs[i].name == question_id) return &step.inputs[i];
  }
  return nullptr;
}

}  // namespace tsg
