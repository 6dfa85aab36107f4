// SPDX-License-Identifier: MIT
#include "tools/api/session_calls.h"

#include <fmt/format.h>

#include "engine/text/excerpt.h"
#include "tools/api/case_problem.h"
#include "tools/api/event_reader.h"
#include "tools/api/given_facts.h"
#include "tools/api/guide_calls.h"
#include "tools/api/query_reader.h"
#include "tools/api/request_body.h"
#include "tools/api/session_json.h"

namespace tsg {

namespace {

// The machine failed; or the guide of the case is not in the pack any more, which will not mend itself.
web::Response failed_case(const ApiCall& call, const HostError& error) {
  const auto head = call.desk.store().head(call.names.front());
  if (!head.ok() || !head.value() || call.desk.content()->pack_of(head.value()->guide) != nullptr)
    return call.fail(error);
  return call.refuse(
      {.kind = ProblemKind::GuideGone,
       .detail = fmt::format("the pack has no guide `{}` that can be walked", excerpt(head.value()->guide)),
       .help = "it was renamed, removed or broken: see `tsg check`"});
}

// A conflict says how many events there are, so that the client knows what it has missed.
web::Response refused_event(const ApiCall& call, const CaseProblem& problem) {
  Problem told = problem_of(problem);
  if (problem.kind == CaseProblemKind::Conflict) {
    const auto head = call.desk.store().head(call.names.front());
    if (head.ok() && head.value()) told.events = head.value()->events;
  }
  return call.refuse(told);
}

Problem unknown_session(const std::string& id) {
  return {.kind = ProblemKind::NotFound,
          .detail = fmt::format("there is no session `{}`", excerpt(id)),
          .help = "it was deleted, or its time of keeping is over"};
}

SessionFilter read_filter(QueryReader& query) {
  SessionFilter filter;
  filter.guide = query.text("guide");
  if (const auto state = query.word("state", {"open", "ended"}))
    filter.state = *state == "open" ? SessionState::Open : SessionState::Ended;
  filter.label_contains = query.text("label").value_or("");
  filter.outcome = query.text("outcome");
  filter.limit = query.count("limit", usual_sessions_listed, most_sessions_listed);
  if (const auto cursor = query.text("after")) {
    filter.after = place_of_cursor(*cursor);
    if (!filter.after) query.wrong("after", "must be `next` of a list before");
  }
  return filter;
}

}  // namespace

std::variant<std::shared_ptr<const CaseView>, web::Response> case_of(const ApiCall& call) {
  const Result<CaseReading> reading = call.desk.view(call.names.front());
  if (!reading.ok()) return failed_case(call, reading.error());
  if (reading.value().problem) return call.refuse(unknown_session(call.names.front()));
  return reading.value().found;
}

web::Response open_session(const ApiCall& call) {
  auto read = RequestBody::read(call.request);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  auto& body = std::get<RequestBody>(read);
  MemberReader members = body.members();
  OpenCase open{.guide = members.text("guide", Presence::Required),
                .now = members.text("now", Presence::Optional),
                .label = members.text("label", Presence::Optional)};
  const auto facts = members.object("facts", Presence::Optional);
  if (const auto problem = body.problem()) return call.refuse(*problem);
  const auto content = call.desk.content();
  if (auto unknown = unknown_guide(*content, open.guide, ProblemKind::UnknownGuide))
    return call.refuse(*unknown);
  auto given = read_given_facts(*content, open.guide, call.request.body, facts, open.now);
  if (const auto* problem = std::get_if<Problem>(&given)) return call.refuse(*problem);
  open.facts = std::move(std::get<GivenFacts>(given).documents);
  const Result<CaseReading> opened = call.desk.open_case(open);
  if (!opened.ok()) return call.fail(opened.error());
  if (opened.value().problem) return call.refuse(problem_of(*opened.value().problem));
  const CaseView& view = *opened.value().found;
  web::Response response = json_response(session_json(view, std::get<GivenFacts>(given).warnings), 201);
  response.headers.push_back({"Location", fmt::format("{}/sessions/{}", api_root, view.head.id)});
  return response;
}

web::Response list_sessions(const ApiCall& call) {
  QueryReader query(call.request.query);
  SessionFilter filter = read_filter(query);
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const std::size_t limit = filter.limit;
  ++filter.limit;
  const auto heads = call.desk.store().heads(filter);
  if (!heads.ok()) return call.fail(heads.error());
  return json_response(session_list_json(heads.value(), limit));
}

web::Response show_session(const ApiCall& call) {
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  return json_response(session_json(*std::get<0>(found)));
}

web::Response delete_session(const ApiCall& call) {
  const auto removed = call.desk.remove(call.names.front());
  if (!removed.ok()) return call.fail(removed.error());
  if (removed.value() == 0) return call.refuse(unknown_session(call.names.front()));
  return {.status = 204};
}

web::Response add_event(const ApiCall& call) {
  auto read = RequestBody::read(call.request);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  const auto found = case_of(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  auto event = read_event(std::get<RequestBody>(read), call.request.body, *std::get<0>(found));
  if (const auto* problem = std::get_if<Problem>(&event)) return call.refuse(*problem);
  auto& given = std::get<GivenEvent>(event);
  const Result<CaseReading> acted = call.desk.act(call.names.front(), std::move(given.event), given.seen);
  if (!acted.ok()) return failed_case(call, acted.error());
  if (acted.value().problem) return refused_event(call, *acted.value().problem);
  return json_response(session_json(*acted.value().found, given.warnings));
}

}  // namespace tsg
