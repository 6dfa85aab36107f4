// SPDX-License-Identifier: MIT
#include "tools/api/progress_calls.h"

#include "engine/composer/shell_quote.h"
#include "engine/planner/question_words.h"
#include "renderers/difference.h"
#include "tools/api/json_parts.h"
#include "tools/api/query_reader.h"
#include "tools/api/session_calls.h"

namespace tsg {

namespace {

// The higher, the sooner to ask, as clients of ranked lists expect.
double score_of(const RankedQuestion& question) {
  return 1 / (1 + question.expected_cost);
}

void write_ranked(JsonWriter& json, const RankedQuestion& question, const GuidePlan& plan) {
  const Step& step = *plan.steps[question.step].step;
  std::vector<ComposedNeed> needs;
  for (const std::size_t command : question.commands) {
    const CatalogueDocument& document = *plan.commands[command];
    needs.push_back({.path = document.key, .command = shell_line(document.gather)});
  }
  json.begin_object().member("step", step.id).member("subject", plan.subject).member("title", step.title);
  json.member("score", score_of(question)).member("expectedCost", question.expected_cost);
  json.member("why", question_words(question, plan));
  write_needs(json, "needs", needs);
  json.end_object();
}

std::string ranked_json(const CaseView& view, const RuleRunner& rules) {
  const Facts* const facts = &view.facts->facts;
  const Guide& guide = *view.pack->guide(view.head.guide);
  const std::vector<GuidePlan> plans = plan_guide({.pack = *view.pack,
                                                   .guide = guide,
                                                   .resolution = view.walk.resolution,
                                                   .rules = rules,
                                                   .facts = {&facts, 1}});
  JsonWriter json;
  json.begin_object().key("questions").begin_array();
  for (const GuidePlan& plan : plans)
    for (const RankedQuestion& each : rank_questions(plan.problem, plan.state))
      write_ranked(json, each, plan);
  json.end_array().end_object();
  return json.take();
}

}  // namespace

web::Response next_questions(const ApiCall& call) {
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  const auto lease = view.content->lease(view.head.guide);
  if (lease == nullptr) return call.fail({"there is no room for another resolver", ""});
  return json_response(ranked_json(view, lease->resolver().rules()));
}

web::Response session_changes(const ApiCall& call) {
  QueryReader query(call.request.query);
  const Audience audience = query.audience(Audience::Agent);
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  const auto changes = call.desk.changes(view, audience);
  if (!changes.ok()) return call.fail(changes.error());
  if (!changes.value())
    return call.refuse({.kind = ProblemKind::NotFound,
                        .detail = "facts were given once: there is nothing to compare them with",
                        .help = "send newer ones as an event of kind `facts`"});
  return json_response(difference_json(*changes.value()));
}

}  // namespace tsg
