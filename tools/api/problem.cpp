// SPDX-License-Identifier: MIT
#include "tools/api/problem.h"

#include <fmt/format.h>

#include "engine/text/json_writer.h"

namespace tsg {

namespace {

void write_errors(JsonWriter& json, const std::vector<ProblemItem>& errors) {
  json.key("errors").begin_array();
  for (const ProblemItem& each : errors)
    json.begin_object().member("path", each.path).member("detail", each.message).end_object();
  json.end_array();
}

}  // namespace

std::string_view name_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::NotFound:
      return "not-found";
    case ProblemKind::MethodNotAllowed:
      return "method-not-allowed";
    case ProblemKind::UnsupportedMediaType:
      return "unsupported-media-type";
    case ProblemKind::NotJson:
      return "not-json";
    case ProblemKind::InvalidRequest:
      return "invalid-request";
    case ProblemKind::UnknownGuide:
      return "unknown-guide";
    case ProblemKind::WrongAnswer:
      return "wrong-answer";
    case ProblemKind::NeedsReason:
      return "needs-reason";
    case ProblemKind::NothingToUndo:
      return "nothing-to-undo";
    case ProblemKind::WrongFacts:
      return "wrong-facts";
    case ProblemKind::NoForm:
      return "no-form";
    case ProblemKind::UnknownSolution:
      return "unknown-solution";
    case ProblemKind::Conflict:
      return "conflict";
    case ProblemKind::Ended:
      return "ended";
    case ProblemKind::GuideGone:
      return "guide-gone";
    case ProblemKind::Unavailable:
      return "unavailable";
  }
  return "";
}

unsigned status_of(ProblemKind kind) {
  switch (kind) {
    case ProblemKind::NotFound:
      return 404;
    case ProblemKind::MethodNotAllowed:
      return 405;
    case ProblemKind::UnsupportedMediaType:
      return 415;
    case ProblemKind::NotJson:
    case ProblemKind::InvalidRequest:
      return 400;
    case ProblemKind::UnknownGuide:
    case ProblemKind::WrongAnswer:
    case ProblemKind::NeedsReason:
    case ProblemKind::NothingToUndo:
    case ProblemKind::WrongFacts:
    case ProblemKind::NoForm:
    case ProblemKind::UnknownSolution:
      return 422;
    case ProblemKind::Conflict:
    case ProblemKind::Ended:
    case ProblemKind::GuideGone:
      return 409;
    case ProblemKind::Unavailable:
      return 503;
  }
  return 500;
}

web::Response problem_response(const Problem& problem, std::string_view path) {
  const unsigned status = status_of(problem.kind);
  JsonWriter json;
  json.begin_object();
  json.member("type", fmt::format("urn:tsg:problem:{}", name_of(problem.kind)));
  json.member("title", web::reason_of(status)).member("status", status).member("detail", problem.detail);
  json.member("instance", path);
  if (!problem.help.empty()) json.member("help", problem.help);
  if (problem.events) json.member("events", *problem.events);
  write_errors(json, problem.errors);
  json.end_object();
  return {.status = status,
          .content_type = "application/problem+json",
          .headers = problem.headers,
          .body = json.take() + "\n"};
}

Problem unavailable() {
  return {.kind = ProblemKind::Unavailable,
          .detail = "the server could not do this now; nothing was changed",
          .help = "try again later; its log says why",
          .headers = {{"Retry-After", fmt::format("{}", retry_after_seconds)}}};
}

}  // namespace tsg
