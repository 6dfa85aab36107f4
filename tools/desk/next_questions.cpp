// SPDX-License-Identifier: MIT
#include "tools/desk/next_questions.h"

#include <algorithm>

#include "engine/composer/shell_quote.h"
#include "engine/composer/wording.h"
#include "engine/planner/guide_problem.h"
#include "engine/planner/next_question.h"
#include "engine/planner/question_words.h"

namespace tsg {

namespace {

bool is_open(const Resolution& resolution, const std::string& step, const std::string& subject) {
  return std::any_of(resolution.open.begin(), resolution.open.end(),
                     [&](const OpenQuestion& open) { return open.step == step && open.subject == subject; });
}

NextQuestion in_words(const CaseView& view, const GuidePlan& plan, const RankedQuestion& ranked) {
  const PlannedStep& planned = plan.steps[ranked.step];
  NextQuestion next = {.guide = planned.guide->id,
                       .step = planned.step->id,
                       .subject = plan.subject,
                       .question = Wording(*view.pack).question(planned.guide->id, planned.step->id),
                       .words = question_words(ranked, plan),
                       .cost = ranked.cost,
                       .expected_cost = ranked.expected_cost,
                       .outcomes = ranked.outcomes,
                       .expected_left = ranked.expected_left,
                       .reached = is_open(view.walk.resolution, planned.step->id, plan.subject)};
  for (const std::size_t command : ranked.commands) {
    if (!plan.commands[command]->gather.empty())
      next.commands.push_back(shell_line(plan.commands[command]->gather));
  }
  return next;
}

}  // namespace

std::vector<NextQuestion> next_questions(const CaseView& view) {
  std::vector<NextQuestion> all;
  const auto lease = view.content->lease(view.head.guide);
  if (lease == nullptr) return all;
  const GuideResolver& resolver = lease->resolver();
  const Facts* facts[] = {&view.facts->facts};
  const std::vector<GuidePlan> plans = plan_guide({.pack = *view.pack,
                                                   .guide = resolver.guide(),
                                                   .resolution = view.walk.resolution,
                                                   .rules = lease->resolver().rules(),
                                                   .facts = facts});
  for (const GuidePlan& plan : plans) {
    const std::vector<RankedQuestion> ranked = rank_questions(plan.problem, plan.state);
    for (std::size_t i = 0; i < ranked.size() && i < shown_questions; ++i)
      all.push_back(in_words(view, plan, ranked[i]));
  }
  return all;
}

}  // namespace tsg
