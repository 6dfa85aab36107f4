// SPDX-License-Identifier: MIT
#include "engine/planner/question_words.h"

#include <fmt/format.h>

#include <vector>

namespace tsg {

namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  return fmt::format("{}", fmt::join(parts, between));
}

std::string order_words(const RankedQuestion& question, const GuidePlan& plan) {
  const PlannedStep& own = plan.steps[question.step];
  const PlannedStep& authors = plan.steps[question.author_step];
  const bool elsewhere = own.guide != authors.guide;
  return fmt::format("the guide's own order would ask `{}{}{}` first", elsewhere ? authors.guide->id : "",
                     elsewhere ? "#" : "", authors.step->id);
}

}  // namespace

std::string narrowing_words(const RankedQuestion& question) {
  if (question.fewest_left == question.outcomes) {
    return fmt::format("narrows together with other answers ({} outcomes)", question.outcomes);
  }
  if (question.fewest_left == question.most_left) {
    return fmt::format("leaves {} of {} outcomes", question.fewest_left, question.outcomes);
  }
  return fmt::format("leaves {} to {} of {} outcomes", question.fewest_left, question.most_left,
                     question.outcomes);
}

std::string cost_words(const RankedQuestion& question, const GuidePlan& plan) {
  std::vector<std::string> commands;
  std::vector<std::string> documents;
  for (const std::size_t command : question.commands) {
    const CatalogueDocument& document = *plan.commands[command];
    if (document.gather.empty()) {
      documents.push_back(fmt::format("`{}`", document.key));
    } else {
      commands.push_back(joined(document.gather, " "));
    }
  }
  std::vector<std::string> parts;
  if (commands.size() == 1) parts.push_back("runs 1 command: " + commands.front());
  if (commands.size() > 1) {
    parts.push_back(fmt::format("runs {} commands: {}", commands.size(), joined(commands, ", ")));
  }
  if (!documents.empty()) parts.push_back("asks for the facts " + joined(documents, ", "));
  if (!parts.empty()) return joined(parts, " and ");
  return question.cost > 0 ? "asks the customer" : "costs nothing: its facts are there";
}

std::string question_words(const RankedQuestion& question, const GuidePlan& plan) {
  std::vector<std::string> parts = {narrowing_words(question), cost_words(question, plan)};
  if (question.step != question.author_step) parts.push_back(order_words(question, plan));
  return joined(parts, "; ");
}

}  // namespace tsg
