// SPDX-License-Identifier: MIT
#include "tools/api/troubleshooter_calls.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/evaluator/check_answers.h"
#include "engine/text/excerpt.h"
#include "renderers/help_api/continue_answers.h"
#include "renderers/help_api/help_troubleshooter_json.h"
#include "renderers/help_api/help_words.h"
#include "renderers/help_api/resolution_troubleshooter.h"
#include "tools/api/case_problem.h"
#include "tools/api/guide_calls.h"
#include "tools/api/help_parameters.h"
#include "tools/api/help_request.h"
#include "tools/api/query_reader.h"
#include "tools/api/resource_name.h"
#include "tools/api/session_calls.h"
#include "tools/desk/event_value.h"

namespace tsg {

namespace {

using FoundCase = std::variant<std::shared_ptr<const CaseView>, web::Response>;
using Events = std::vector<SessionEvent>;
constexpr int most_retries = 8;

FoundCase case_of_session(const ApiCall& call, const std::string& id) {
  ApiCall of_session = call;
  of_session.names = {id};
  return case_of(of_session);
}

Problem unknown_name(const std::string& name) {
  return {.kind = ProblemKind::NotFound,
          .detail = fmt::format("there is no troubleshooter `{}`", excerpt(name)),
          .help = "make one with PUT"};
}

FoundCase named_case(const ApiCall& call) {
  const std::string& name = call.names.front();
  if (wrong_resource_name(name)) return call.refuse(unknown_name(name));
  const auto head = find_troubleshooter(call.desk.store(), name);
  if (!head.ok()) return call.fail(head.error());
  if (!head.value()) return call.refuse(unknown_name(name));
  return case_of_session(call, head.value()->id);
}

bool is_ended(const CaseView& view) {
  return std::any_of(view.events.begin(), view.events.end(), [](const SessionEvent& each) {
    return each.kind == SessionEventKind::Noted && each.text == help_api_ended;
  });
}

web::Response troubleshooter_response(const CaseView& view, const std::string& name, Audience audience,
                                      unsigned status = 200) {
  const Resolution& resolution = view.walk.resolution;
  const ComposedGuide composed = compose(resolution, *view.pack, {.audience = audience});
  HelpTroubleshooter made = resolution_troubleshooter(resolution, composed, *view.pack, {.name = name});
  if (is_ended(view) && made.properties->provisioning_state == help_words::running)
    made.properties->provisioning_state = help_words::canceled;
  return json_response(help_troubleshooter_json(made), status);
}

Problem other_guide(const CaseView& view, const std::string& name) {
  return {
      .kind = ProblemKind::Conflict,
      .detail = fmt::format("the troubleshooter `{}` is of the guide `{}`", excerpt(name), view.head.guide),
      .help = "take another name",
      .events = view.head.events};
}

struct Wanted {
  std::string guide = {};
  HelpMap parameters = {};
};

std::variant<Wanted, Problem> read_wanted(const web::Request& request) {
  auto read = read_help_request(request, read_help_troubleshooter);
  if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
  const auto properties = std::get<0>(read).properties.value_or(HelpTroubleshooterProperties());
  if (properties.solution_id.value_or("").empty())
    return wrong_shape("`properties.solutionId` must be a guide's id");
  return Wanted{*properties.solution_id, properties.parameters.value_or(HelpMap())};
}

FoundCase open_named(const ApiCall& call, const Wanted& wanted) {
  const auto content = call.desk.content();
  if (auto unknown = unknown_guide(*content, wanted.guide, ProblemKind::UnknownGuide))
    return call.refuse(*unknown);
  auto read = read_help_parameters(*content, wanted.guide, wanted.parameters);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  auto& parameters = std::get<HelpParameters>(read);
  const Result<CaseReading> opened =
      call.desk.open_case({.guide = wanted.guide,
                           .facts = std::move(parameters.documents),
                           .now = parameters.now,
                           .label = fmt::format("{}{}", troubleshooter_label, call.names.front())});
  if (!opened.ok()) return call.fail(opened.error());
  if (opened.value().problem) return call.refuse(problem_of(*opened.value().problem));
  return opened.value().found;
}

// Values before the answer, which may want them.
Events events_of(const Answers& answers, const Resolution& resolution) {
  Events events;
  for (const GivenInput& each : answers.inputs)
    events.push_back({.kind = SessionEventKind::InputGiven,
                      .step = each.step,
                      .name = each.name,
                      .value = event_text_of(each.value)});
  for (const GivenAnswer& each : answers.answers)
    events.push_back({.kind = SessionEventKind::Answered,
                      .step = each.step,
                      .subject = each.subject,
                      .option = each.option,
                      .reason = std::string(overrides_rule(resolution, each) ? help_api_reason : "")});
  return events;
}

Problem wrong_answer(std::string detail, std::string help) {
  return {
      .kind = ProblemKind::WrongAnswer, .detail = std::move(detail), .help = std::move(help), .errors = {}};
}

// What is wrong with any of the events, so that none is taken.
std::optional<Problem> wrong_events(const CaseView& view, const Answers& answers, const Events& events) {
  for (const SessionEvent& each : events)
    if (find_visit(view.walk.resolution, each.step, each.subject) == nullptr)
      return wrong_answer(fmt::format("the walk is not at a step `{}`", excerpt(each.step)),
                          "respond to one of `properties.steps`");
  for (const Diagnostic& each : check_answers(*view.pack, *view.pack->guide(view.head.guide), answers))
    if (each.severity == Severity::Error) return wrong_answer(each.message, each.help);
  return std::nullopt;
}

// Nothing when all were taken. What others answered meanwhile is a conflict.
std::optional<web::Response> act(const ApiCall& call, const SessionHead& head, Events events) {
  std::uint64_t seen = head.events;
  for (SessionEvent& each : events) {
    const Result<CaseReading> acted = call.desk.act(head.id, std::move(each), seen++);
    if (!acted.ok()) return call.fail(acted.error());
    if (acted.value().problem) return call.refuse(problem_of(*acted.value().problem));
  }
  return std::nullopt;
}

// The new name. Who else restarts at the same time may take the first one that is free.
std::variant<std::string, web::Response> open_again(const ApiCall& call, const CaseView& view) {
  OpenCase open = {.guide = view.head.guide, .facts = view.state.facts, .now = view.head.now};
  for (int attempt = 0; attempt < most_retries; ++attempt) {
    Result<std::string> name = restarted_name(call.desk.store(), call.names.front());
    if (!name.ok()) return call.fail(name.error());
    const auto held = call.help.names.hold(name.value());
    const auto taken = find_troubleshooter(call.desk.store(), name.value());
    if (!taken.ok()) return call.fail(taken.error());
    if (taken.value()) continue;
    open.label = fmt::format("{}{}", troubleshooter_label, name.value());
    const Result<CaseReading> opened = call.desk.open_case(open);
    if (!opened.ok()) return call.fail(opened.error());
    if (opened.value().problem) return call.refuse(problem_of(*opened.value().problem));
    return std::move(name).value();
  }
  return call.refuse({.kind = ProblemKind::Conflict,
                      .detail = "others restart this troubleshooter at the same time",
                      .help = "try again",
                      .errors = {}});
}

Events ending() {
  return {{.kind = SessionEventKind::Noted, .text = std::string(help_api_ended)}};
}

}  // namespace

web::Response put_troubleshooter(const ApiCall& call) {
  const std::string& name = call.names.front();
  if (const auto wrong = wrong_resource_name(name)) return call.refuse(*wrong);
  QueryReader query(call.request.query);
  const Audience audience = query.audience(Audience::Customer);
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto wanted = read_wanted(call.request);
  if (const auto* problem = std::get_if<Problem>(&wanted)) return call.refuse(*problem);
  const auto held = call.help.names.hold(name);
  const auto head = find_troubleshooter(call.desk.store(), name);
  if (!head.ok()) return call.fail(head.error());
  const bool known = head.value().has_value();
  const FoundCase found =
      known ? case_of_session(call, head.value()->id) : open_named(call, std::get<Wanted>(wanted));
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  if (view.head.guide != std::get<Wanted>(wanted).guide) return call.refuse(other_guide(view, name));
  return troubleshooter_response(view, name, audience, known ? 200 : 201);
}

web::Response show_troubleshooter(const ApiCall& call) {
  QueryReader query(call.request.query);
  const Audience audience = query.audience(Audience::Customer);
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const FoundCase found = named_case(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  return troubleshooter_response(*std::get<0>(found), call.names.front(), audience);
}

web::Response continue_troubleshooter(const ApiCall& call) {
  const auto read = read_help_request(call.request, read_help_continue);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  const FoundCase found = named_case(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  if (is_ended(view))
    return call.refuse({.kind = ProblemKind::Ended,
                        .detail = "this troubleshooter was ended",
                        .help = "begin again with `restart`",
                        .errors = {}});
  const ContinueAnswers given = continue_answers(std::get<0>(read), *view.pack, view.head.guide);
  if (!given.problem.empty())
    return call.refuse(wrong_answer(given.problem, "respond to the inputs of one of `properties.steps`"));
  Events events = events_of(given.answers, view.walk.resolution);
  if (const auto problem = wrong_events(view, given.answers, events)) return call.refuse(*problem);
  if (auto refusal = act(call, view.head, std::move(events))) return *std::move(refusal);
  return {.status = 204};
}

web::Response restart_troubleshooter(const ApiCall& call) {
  const FoundCase found = named_case(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  const auto restarted = open_again(call, view);
  if (const auto* refusal = std::get_if<web::Response>(&restarted)) return *refusal;
  if (!is_ended(view))
    if (auto refusal = act(call, view.head, ending())) return *std::move(refusal);
  return json_response(
      help_restarted_json({.troubleshooter_resource_name = std::get<std::string>(restarted)}));
}

web::Response end_troubleshooter(const ApiCall& call) {
  const FoundCase found = named_case(call);
  if (const auto* refusal = std::get_if<web::Response>(&found)) return *refusal;
  const CaseView& view = *std::get<0>(found);
  if (!is_ended(view))
    if (auto refusal = act(call, view.head, ending())) return *std::move(refusal);
  return {.status = 204};
}

}  // namespace tsg
