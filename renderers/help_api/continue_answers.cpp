// SPDX-License-Identifier: MIT
#include "renderers/help_api/continue_answers.h"

#include <fmt/format.h>

#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"
#include "renderers/help_api/help_step_id.h"
#include "renderers/help_api/step_inputs.h"

namespace tsg {

namespace {

class ResponseReader {
 public:
  ResponseReader(const Step& step, const HelpStepId& id) : step_(step), id_(id) {}

  ContinueAnswers read(const std::vector<HelpResponse>& responses) {
    for (const HelpResponse& each : responses) {
      if (!take(each)) return {.problem = std::move(read_.problem)};
    }
    return std::move(read_);
  }

 private:
  bool fail(std::string problem) {
    read_.problem = std::move(problem);
    return false;
  }

  bool take(const HelpResponse& response) {
    const std::string question = response.question_id.value_or("");
    const std::string given = response.response.value_or("");
    if (question == question_of_step && !step_.options.empty()) return given.empty() || take_option(given);
    const Input* input = input_of_question(step_, question);
    if (input == nullptr)
      return fail(fmt::format("step `{}` has no question `{}`", step_.id, excerpt(question)));
    if (!given.empty())
      read_.answers.inputs.push_back({.step = step_.id, .name = input->name, .value = given});
    return true;
  }

  bool take_option(const std::string& given) {
    std::vector<std::string> ids;
    for (const Option& each : step_.options) {
      if (each.id == given) {
        read_.answers.answers.push_back({.step = step_.id, .subject = id_.subject, .option = given});
        return true;
      }
      ids.push_back(each.id);
    }
    const std::optional<std::string> meant = nearest_name(given, ids);
    return fail(fmt::format("step `{}` has no option `{}`{}", step_.id, excerpt(given),
                            meant ? fmt::format(": did you mean `{}`?", *meant) : std::string()));
  }

  const Step& step_;
  const HelpStepId& id_;
  ContinueAnswers read_ = {};
};

}  // namespace

ContinueAnswers continue_answers(const HelpContinue& request, const Pack& pack, std::string_view guide) {
  const std::string step_id = request.step_id.value_or("");
  const std::optional<HelpStepId> id = read_help_step_id(step_id);
  const Guide* found = id ? pack.guide(id->guide.empty() ? guide : std::string_view(id->guide)) : nullptr;
  const Step* step = found == nullptr ? nullptr : found->step(id->step);
  if (step == nullptr) return {.problem = fmt::format("there is no step `{}`", excerpt(step_id))};
  return ResponseReader(*step, *id).read(request.responses.value_or(std::vector<HelpResponse>()));
}

}  // namespace tsg
