// SPDX-License-Identifier: MIT
#include "tools/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/evaluator/form_visibility.h"
#include "engine/loader/form_article.h"
#include "engine/model/limits.h"
#include "engine/text/excerpt.h"
#include "engine/text/file.h"
#include "engine/text/suggestion.h"
#include "renderers/form_json.h"
#include "renderers/terminal_form.h"
#include "tools/say_errors.h"

namespace tsg {

namespace {

HostError unknown_element(const Form& form, const std::string& id) {
  std::vector<std::string> ids;
  for (const FormElement& element : form.elements) ids.push_back(element.id);
  const std::optional<std::string> meant = nearest_name(id, ids);
  return {fmt::format("the form has no element `{}`", excerpt(id)),
          meant ? fmt::format("did you mean `{}`?", excerpt(*meant))
                : std::string("see `tsg form FILE` for the ids of its elements")};
}

// What is wrong with `value` as an answer to `element`.
std::optional<HostError> wrong_option(const FormElement& element, const std::string& value) {
  if (!is_choice(element.control) || element.dynamic_options) return std::nullopt;
  std::vector<std::string> values;
  for (const FormOption& option : element.options) {
    if (option.value == value) return std::nullopt;
    values.push_back(option.value);
  }
  const std::optional<std::string> meant = nearest_name(value, values);
  return HostError{fmt::format("`{}` has no option `{}`", excerpt(element.id), excerpt(value)),
                   meant ? fmt::format("did you mean `{}`?", excerpt(*meant))
                         : std::string("write the value of an option, not its text")};
}

std::optional<HostError> take_answer(const Form& form, const std::string& text, ElementAnswers& answers) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    return HostError{fmt::format("`{}` gives no answer", excerpt(text)), "write --answer id=value"};
  const std::string id = text.substr(0, equals);
  const std::string value = text.substr(equals + 1);
  const FormElement* element = form.element(id);
  if (element == nullptr) return unknown_element(form, id);
  if (value.empty()) return std::nullopt;
  if (std::optional<HostError> wrong = wrong_option(*element, value)) return wrong;
  std::vector<std::string>& given = answers[id];
  if (!given.empty() && element->control != ControlType::MultiselectDropdown)
    return HostError{fmt::format("`{}` is answered twice", excerpt(id)),
                     "only a multiselectdropdown takes several answers"};
  given.push_back(value);
  return std::nullopt;
}

void say_unheard(const Form& form, const std::vector<std::size_t>& shown, const ElementAnswers& answers,
                 const Console& console) {
  for (const auto& [id, values] : answers) {
    const bool shows = std::any_of(shown.begin(), shown.end(),
                                   [&](std::size_t index) { return form.elements[index].id == id; });
    if (!shows)
      console.say(fmt::format("warning: `{}` does not show with these answers; its own does not count", id));
  }
}

std::string rendered(const Form& form, const std::vector<std::size_t>& shown, const ElementAnswers& answers,
                     const FormCommand& command, const Console& console) {
  if (command.format == OutputFormat::Json) return form_json(form, shown);
  const int width = command.width > 0 ? command.width : console.width();
  return terminal_form(form, shown, answers,
                       {.width = static_cast<std::size_t>(width),
                        .colour = command.output.empty() ? console.output_colour() : Colour::Never});
}

}  // namespace

ExitCode show_form(const FormCommand& command, const Console& console) {
  const Result<std::string> bytes = read_file(command.file, limits::article_bytes);
  if (!bytes) return console.say(bytes.error()), ExitCode::Unreadable;
  const FormArticleReading reading = read_form_article(command.file, bytes.value());
  say_errors(reading.diagnostics, console);
  if (!reading.form) return ExitCode::Unreadable;
  const Form& form = *reading.form;
  ElementAnswers answers;
  for (const std::string& text : command.answers) {
    const std::optional<HostError> wrong = take_answer(form, text, answers);
    if (wrong) return console.say(*wrong), ExitCode::Usage;
  }
  const std::vector<std::size_t> shown = shown_in_order(form, answers);
  say_unheard(form, shown, answers, console);
  return console.deliver(rendered(form, shown, answers, command, console), command.output);
}

}  // namespace tsg
