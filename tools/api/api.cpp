// SPDX-License-Identifier: MIT
#include "tools/api/api.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "tools/api/article_calls.h"
#include "tools/api/case_calls.h"
#include "tools/api/guide_calls.h"
#include "tools/api/progress_calls.h"
#include "tools/api/route.h"
#include "tools/api/session_calls.h"
#include "tools/api/solution_calls.h"
#include "tools/api/troubleshooter_calls.h"

namespace tsg {

namespace {

using web::Method;

struct Route {
  std::string_view pattern = {};  // below api_root
  Method method = Method::Get;
  web::Response (*answer)(const ApiCall&) = nullptr;
};

web::Response show_description(const ApiCall& call) {
  if (!call.options.description.empty()) return json_response(call.options.description);
  return call.refuse({.kind = ProblemKind::NotFound, .detail = "this server has no description of its API"});
}

constexpr std::array routes = {
    Route{"/openapi.json", Method::Get, show_description},
    Route{"/guides", Method::Get, list_guides},
    Route{"/guides/{guide}", Method::Get, show_guide},
    Route{"/guides/{guide}/resolve", Method::Post, resolve_guide},
    Route{"/articles", Method::Get, list_articles},
    Route{"/articles/{article}", Method::Get, show_article},
    Route{"/forms/{article}/visibility", Method::Post, form_visibility},
    Route{"/sessions", Method::Post, open_session},
    Route{"/sessions", Method::Get, list_sessions},
    Route{"/sessions/{session}", Method::Get, show_session},
    Route{"/sessions/{session}", Method::Delete, delete_session},
    Route{"/sessions/{session}/events", Method::Post, add_event},
    Route{"/sessions/{session}/resolution", Method::Get, session_resolution},
    Route{"/sessions/{session}/notes", Method::Get, session_notes},
    Route{"/sessions/{session}/message", Method::Get, session_message},
    Route{"/sessions/{session}/next", Method::Get, next_questions},
    Route{"/sessions/{session}/changes", Method::Get, session_changes},
    Route{"/solutions/{name}", Method::Put, put_solution},
    Route{"/solutions/{name}", Method::Get, show_solution},
    Route{"/troubleshooters/{name}", Method::Put, put_troubleshooter},
    Route{"/troubleshooters/{name}", Method::Get, show_troubleshooter},
    Route{"/troubleshooters/{name}/continue", Method::Post, continue_troubleshooter},
    Route{"/troubleshooters/{name}/restart", Method::Post, restart_troubleshooter},
    Route{"/troubleshooters/{name}/end", Method::Post, end_troubleshooter},
};

bool is_below(std::string_view path, std::string_view root) {
  return path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

// What HEAD is asked for, GET says; the server leaves the body out.
Method method_wanted(const web::Request& request) {
  return request.method == Method::Head ? Method::Get : request.method;
}

void allow(std::string& allowed, Method method) {
  if (!allowed.empty()) allowed += ", ";
  allowed += name_of(method);
  if (method == Method::Get) allowed += ", HEAD";
}

Problem wrong_method(std::string allowed) {
  return {.kind = ProblemKind::MethodNotAllowed,
          .detail = fmt::format("this path takes {}", allowed),
          .headers = {{"Allow", std::move(allowed)}}};
}

Problem nothing_there() {
  return {.kind = ProblemKind::NotFound,
          .detail = "there is nothing at this path",
          .help = "see /api/v1/openapi.json, or docs/api.md"};
}

}  // namespace

web::Response json_response(std::string json, unsigned status) {
  if (json.empty() || json.back() != '\n') json += '\n';
  return {.status = status, .content_type = "application/json", .body = std::move(json)};
}

bool Api::serves(const web::Request& request) const {
  return is_below(request.path, "/api");
}

web::Response Api::answer(const web::Request& request) {
  ApiCall call{request, desk_, packs_, help_, options_};
  if (!is_below(request.path, api_root)) return call.refuse(nothing_there());
  const std::string_view path = std::string_view(request.path).substr(api_root.size());
  std::string allowed;
  for (const Route& route : routes) {
    auto names = match_route(route.pattern, path);
    if (!names) continue;
    if (route.method != method_wanted(request)) {
      allow(allowed, route.method);
      continue;
    }
    call.names = *std::move(names);
    return route.answer(call);
  }
  return call.refuse(allowed.empty() ? nothing_there() : wrong_method(std::move(allowed)));
}

}  // namespace tsg
