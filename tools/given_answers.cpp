// SPDX-License-Identifier: MIT
#include "tools/given_answers.h"

#include <fmt/format.h>

#include "engine/evaluator/answer_text.h"
#include "engine/evaluator/check_answers.h"
#include "engine/evaluator/form_answers.h"
#include "engine/loader/form_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

namespace tsg {

namespace {

void say_unreadable(const UnreadableText& text, const Console& console) {
  console.say(fmt::format("error: {}", text.message));
  console.say(fmt::format("help: {}", text.help));
}

ExitCode take_answers(const AnswerTexts& texts, Answers& answers, const Console& console) {
  ExitCode code = ExitCode::Done;
  for (const std::string& text : texts.answers) {
    auto parsed = parse_answer(text);
    if (auto* answer = std::get_if<GivenAnswer>(&parsed)) {
      answer->reason = texts.reason;
      answers.answers.push_back(std::move(*answer));
      continue;
    }
    say_unreadable(std::get<UnreadableText>(parsed), console);
    code = ExitCode::Usage;
  }
  for (const std::string& text : texts.inputs) {
    auto parsed = parse_input(text);
    if (auto* input = std::get_if<GivenInput>(&parsed)) {
      answers.inputs.push_back(std::move(*input));
      continue;
    }
    say_unreadable(std::get<UnreadableText>(parsed), console);
    code = ExitCode::Usage;
  }
  return code;
}

ExitCode take_form(const std::string& path, const Pack& pack, const Guide& guide, Answers& answers,
                   const Console& console) {
  const Result<std::string> bytes = read_file(path, limits::facts_bytes);
  if (!bytes) return console.say(bytes.error()), ExitCode::Machine;
  const FormReading form = read_form(path, bytes.value());
  console.say(form.diagnostics);
  if (has_error(form.diagnostics)) return ExitCode::Unreadable;
  const MappedForm mapped = map_form(pack, guide, form.answers);
  console.say(mapped.diagnostics);
  answers.answers.insert(answers.answers.begin(), mapped.answers.answers.begin(),
                         mapped.answers.answers.end());
  return has_error(mapped.diagnostics) ? ExitCode::Usage : ExitCode::Done;
}

}  // namespace

GivenAnswers read_given_answers(const AnswerTexts& texts, const Pack& pack, const Guide& guide,
                                const Console& console) {
  GivenAnswers given;
  given.code = take_answers(texts, given.answers, console);
  if (given.code == ExitCode::Done && !texts.form.empty()) {
    given.code = take_form(texts.form, pack, guide, given.answers, console);
  }
  if (given.code != ExitCode::Done) return given;
  const Diagnostics diagnostics = check_answers(pack, guide, given.answers);
  console.say(diagnostics);
  if (has_error(diagnostics)) given.code = ExitCode::Usage;
  return given;
}

}  // namespace tsg
