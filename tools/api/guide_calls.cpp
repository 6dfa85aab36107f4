// SPDX-License-Identifier: MIT
#include "tools/api/guide_calls.h"

#include <fmt/format.h>

#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"
#include "renderers/resolution_json.h"
#include "tools/api/case_problem.h"
#include "tools/api/customer_json.h"
#include "tools/api/given_facts.h"
#include "tools/api/guide_json.h"
#include "tools/api/request_body.h"

namespace tsg {

namespace {

Answers read_answers(MemberReader& members) {
  Answers answers;
  for (MemberReader& each : members.objects("answers")) {
    answers.answers.push_back({.step = each.text("step", Presence::Required),
                               .subject = each.text("subject", Presence::Optional),
                               .option = each.text("option", Presence::Required),
                               .reason = each.text("reason", Presence::Optional)});
  }
  for (MemberReader& each : members.objects("inputs")) {
    answers.inputs.push_back({.step = each.text("step", Presence::Required),
                              .name = each.text("name", Presence::Required),
                              .value = each.scalar("value").text});
  }
  return answers;
}

std::string resolved_json(const CaseView& view, const std::string& audience) {
  if (audience == "customer") return customer_json(whole_resolution(view), *view.pack);
  return resolution_json(whole_resolution(view));
}

}  // namespace

std::optional<Problem> unknown_guide(const DeskContent& content, const std::string& guide, ProblemKind kind) {
  if (content.pack_of(guide) != nullptr) return std::nullopt;
  const std::optional<std::string> near = nearest_name(guide, content.guides());
  return Problem{.kind = kind,
                 .detail = fmt::format("there is no guide `{}`", excerpt(guide)),
                 .help = near ? fmt::format("did you mean `{}`?", *near) : "see /api/v1/guides"};
}

web::Response list_guides(const ApiCall& call) {
  return json_response(guide_list_json(*call.desk.content()));
}

web::Response show_guide(const ApiCall& call) {
  const auto content = call.desk.content();
  const std::string& guide = call.names.front();
  if (auto unknown = unknown_guide(*content, guide, ProblemKind::NotFound)) return call.refuse(*unknown);
  const auto pack = content->pack_of(guide);
  return json_response(guide_json(*pack, *pack->guide(guide)));
}

web::Response resolve_guide(const ApiCall& call) {
  const auto content = call.desk.content();
  OpenCase open{.guide = call.names.front()};
  if (auto unknown = unknown_guide(*content, open.guide, ProblemKind::NotFound)) return call.refuse(*unknown);
  auto read = RequestBody::read(call.request);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  auto& body = std::get<RequestBody>(read);
  MemberReader members = body.members();
  open.now = members.text("now", Presence::Optional);
  open.answers = read_answers(members);
  const std::string audience = members.word("audience", {"agent", "customer"});
  const auto facts = members.object("facts", Presence::Optional);
  if (const auto problem = body.problem()) return call.refuse(*problem);
  auto given = read_given_facts(*content, open.guide, call.request.body, facts, open.now);
  if (const auto* problem = std::get_if<Problem>(&given)) return call.refuse(*problem);
  open.facts = std::move(std::get<GivenFacts>(given).documents);
  const Result<CaseReading> looked = call.desk.look(open);
  if (!looked.ok()) return call.fail(looked.error());
  if (looked.value().problem) return call.refuse(problem_of(*looked.value().problem));
  return json_response(resolved_json(*looked.value().found, audience));
}

}  // namespace tsg
