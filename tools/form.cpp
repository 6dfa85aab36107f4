// SPDX-License-Identifier: MIT
#include "tools/form.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/evaluator/element_answers.h"
#include "engine/evaluator/form_visibility.h"
#include "engine/loader/form_article.h"
#include "engine/model/limits.h"
#include "engine/text/excerpt.h"
#include "engine/text/file.h"
#include "renderers/form_json.h"
#include "renderers/terminal_form.h"
#include "tools/say_errors.h"

namespace tsg {

namespace {

std::optional<HostError> take_answer(const Form& form, const std::string& text, ElementAnswers& answers) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0)
    return HostError{fmt::format("`{}` gives no answer", excerpt(text)), "write --answer id=value"};
  const std::string id = text.substr(0, equals);
  const std::string value = text.substr(equals + 1);
  const std::optional<AnswerProblem> wrong = take_element_answer(form, id, value, answers);
  if (!wrong) return std::nullopt;
  return HostError{wrong->message, wrong->help};
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
