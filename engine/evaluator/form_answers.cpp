// SPDX-License-Identifier: MIT
#include "engine/evaluator/form_answers.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/evaluation_codes.h"
#include "engine/evaluator/reachable_guides.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

bool same_words(std::string_view a, std::string_view b) {
  return equal_ignoring_case(ascii_trimmed(a), ascii_trimmed(b));
}

bool asks(const Step& step, std::string_view question) {
  if (same_words(step.id, question)) return true;
  return !step.question_id.empty() && same_words(step.question_id, question);
}

// Legacy texts come first: they are the form's own, and one may happen to spell another option's id.
const Option* option_called(const Step& step, std::string_view text) {
  for (const Option& option : step.options) {
    const auto matches = [text](const std::string& legacy) { return same_words(legacy, text); };
    if (std::any_of(option.legacy.begin(), option.legacy.end(), matches)) return &option;
  }
  for (const Option& option : step.options) {
    if (same_words(option.id, text) || same_words(option.wording, text)) return &option;
  }
  return nullptr;
}

class FormMapping {
 public:
  FormMapping(const Pack& pack, const Guide& guide, const FormAnswers& form) : guide_(guide), form_(form) {
    for (const Guide* each : reachable_guides(pack, guide)) {
      for (const Step& step : each->steps) steps_.push_back(&step);
    }
  }

  MappedForm map() {
    for (const Step* step : steps_) add_answers(*step);
    for (const auto& [question, option] : form_) check(question, option);
    return std::move(mapped_);
  }

 private:
  void add_answers(const Step& step) {
    for (const auto& [question, text] : form_) {
      if (!asks(step, question)) continue;
      const Option* option = option_called(step, text);
      if (option != nullptr) add({step.id, {}, option->id, {}});
    }
  }
  void add(GivenAnswer answer) {
    auto& answers = mapped_.answers.answers;
    if (std::find(answers.begin(), answers.end(), answer) == answers.end())
      answers.push_back(std::move(answer));
  }
  void check(const std::string& question, const std::string& text);
  void report_question(const std::string& question);

  const Guide& guide_;
  const FormAnswers& form_;
  std::vector<const Step*> steps_ = {};
  MappedForm mapped_ = {};
};

void FormMapping::report_question(const std::string& question) {
  std::vector<std::string> known;
  for (const Step* step : steps_) {
    known.push_back(step->id);
    if (!step->question_id.empty()) known.push_back(step->question_id);
  }
  const auto nearest = nearest_name(question, known);
  mapped_.diagnostics.push_back(make_diagnostic(
      codes::form_question_unknown, {},
      fmt::format("guide `{}` has no step for the question `{}`", guide_.id, with_replacements(question)),
      nearest ? fmt::format("did you mean `{}`?", *nearest)
              : "give the step that asks it this `questionId`, or leave the answer out"));
}

void FormMapping::check(const std::string& question, const std::string& text) {
  const Step* asking = nullptr;
  for (const Step* step : steps_) {
    if (!asks(*step, question)) continue;
    if (option_called(*step, text) != nullptr) return;
    asking = asking == nullptr ? step : asking;
  }
  if (asking == nullptr) return report_question(question);
  std::vector<std::string> texts;
  for (const Option& option : asking->options) {
    texts.insert(texts.end(), option.legacy.begin(), option.legacy.end());
    texts.push_back(option.id);
  }
  const auto nearest = nearest_name(text, texts);
  mapped_.diagnostics.push_back(
      make_diagnostic(codes::form_option_unknown, {},
                      fmt::format("step `{}` has no answer `{}`", asking->id, with_replacements(text)),
                      nearest ? fmt::format("did you mean `{}`?", *nearest)
                              : fmt::format("add the text to `legacy` of the option it means; known: `{}`",
                                            fmt::join(texts, "`, `"))));
}

}  // namespace

MappedForm map_form(const Pack& pack, const Guide& guide, const FormAnswers& form) {
  return FormMapping(pack, guide, form).map();
}

}  // namespace tsg
