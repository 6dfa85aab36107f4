// SPDX-License-Identifier: MIT
#include "engine/evaluator/check_answers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/diagnostics/evaluation_codes.h"
#include "engine/evaluator/input_value.h"
#include "engine/evaluator/reachable_guides.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

// Steps by id; guides that a walk passes may share ids, and an answer then serves them all.
using StepsById = std::multimap<std::string_view, const Step*>;

StepsById steps_by_id(const Pack& pack, const Guide& guide) {
  StepsById steps;
  for (const Guide* each : reachable_guides(pack, guide)) {
    for (const Step& step : each->steps) steps.emplace(step.id, &step);
  }
  return steps;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string>& candidates,
                         std::string_view what) {
  if (const auto nearest = nearest_name(name, candidates)) return fmt::format("did you mean `{}`?", *nearest);
  if (candidates.empty()) return fmt::format("there are no {}", what);
  return fmt::format("{}: `{}`", what, fmt::join(candidates, "`, `"));
}

std::vector<std::string> ids_of(const StepsById& steps) {
  std::vector<std::string> ids;
  for (const auto& [id, step] : steps) {
    if (ids.empty() || ids.back() != id) ids.emplace_back(id);
  }
  return ids;
}

class AnswerCheck {
 public:
  AnswerCheck(const Pack& pack, const Guide& guide) : guide_(guide), steps_(steps_by_id(pack, guide)) {}

  void check(const GivenAnswer& answer);
  void check(const GivenInput& input);
  Diagnostics take() { return std::move(diagnostics_); }

 private:
  void report(const Code& code, std::string message, std::string help) {
    diagnostics_.push_back(make_diagnostic(code, {}, with_replacements(message), with_replacements(help)));
  }
  bool has_step(const Code& code, const std::string& id);
  void check_repeated(const GivenAnswer& answer);
  void check_type(const GivenInput& given, const Input& input);

  const Guide& guide_;
  StepsById steps_;
  std::map<std::pair<std::string_view, std::string_view>, std::string_view> given_ =
      {};  // step, subject -> option
  Diagnostics diagnostics_ = {};
};

bool AnswerCheck::has_step(const Code& code, const std::string& id) {
  if (steps_.contains(id)) return true;
  report(code, fmt::format("guide `{}` has no step `{}`", guide_.id, id),
         did_you_mean(id, ids_of(steps_), "its steps"));
  return false;
}

void AnswerCheck::check(const GivenAnswer& answer) {
  if (!has_step(codes::answer_to_unknown_step, answer.step)) return;
  std::vector<std::string> options;
  const auto [begin, end] = steps_.equal_range(answer.step);
  for (auto step = begin; step != end; ++step) {
    for (const Edge& edge : step->second->next) options.push_back(edge.option);
  }
  if (std::find(options.begin(), options.end(), answer.option) != options.end())
    return check_repeated(answer);
  report(codes::answer_with_unknown_option,
         fmt::format("step `{}` has no answer `{}`", answer.step, answer.option),
         did_you_mean(answer.option, options, "its answers"));
}

void AnswerCheck::check_repeated(const GivenAnswer& answer) {
  const auto [earlier, fresh] = given_.try_emplace({answer.step, answer.subject}, answer.option);
  if (fresh || earlier->second == answer.option) return;
  const std::string subject = answer.subject.empty() ? "" : fmt::format("[{}]", answer.subject);
  report(codes::answer_given_twice,
         fmt::format("step `{}{}` is answered both `{}` and `{}`", answer.step, subject, earlier->second,
                     answer.option),
         fmt::format("the last one, `{}`, counts; give one of them", answer.option));
  earlier->second = answer.option;
}

void AnswerCheck::check(const GivenInput& given) {
  if (!has_step(codes::input_of_unknown_step, given.step)) return;
  std::vector<std::string> names;
  const auto [begin, end] = steps_.equal_range(given.step);
  for (auto step = begin; step != end; ++step) {
    for (const Input& input : step->second->inputs) {
      if (equal_ignoring_case(input.name, given.name)) return check_type(given, input);
      names.push_back(input.name);
    }
  }
  report(codes::input_unknown, fmt::format("step `{}` does not ask for a value `{}`", given.step, given.name),
         did_you_mean(given.name, names, "values it asks for"));
}

void AnswerCheck::check_type(const GivenInput& given, const Input& input) {
  if (input_value(input, given.value)) return;
  report(codes::input_of_wrong_type,
         fmt::format("`{}` is no value for `{}.{}`", to_text(given.value), given.step, input.name),
         fmt::format("give {}", expectation(input)));
}

}  // namespace

Diagnostics check_answers(const Pack& pack, const Guide& guide, const Answers& answers) {
  if (answers.answers.empty() && answers.inputs.empty()) return {};
  AnswerCheck check(pack, guide);
  for (const GivenAnswer& answer : answers.answers) check.check(answer);
  for (const GivenInput& input : answers.inputs) check.check(input);
  return check.take();
}

}  // namespace tsg
