// SPDX-License-Identifier: MIT
#include "tools/serve/serve_handler.h"

#include "tools/server/prometheus_text.h"

namespace tsg {

namespace {

// The bytes behind such an address never change.
web::Response asset(std::string_view type, const std::string& bytes) {
  return {200, std::string(type), {{"Cache-Control", "public, max-age=31536000, immutable"}}, bytes, "asset"};
}

// A way back that stays on this server: a path, and not one that a browser takes for another host.
std::string safe_way(const std::string& to) {
  const bool path = to.size() > 1 && to[0] == '/' && to[1] != '/' && to[1] != '\\';
  const bool clean = to.find_first_of("\r\n\\") == std::string::npos;
  return path && clean ? to : "/";
}

bool is_same(const web::Request& request, web::Method method, std::string_view path) {
  return request.method == method && request.path == path;
}

}  // namespace

web::Response ServeHandler::answer(const web::Request& request) {
  if (auto response = open_to_all(request)) return std::move(*response);
  if (!parts_.gate.may_use(request)) return turned_away(request);
  if (request.path == "/metrics")
    return {200, std::string(web::prometheus_type), {}, parts_.metrics(), "metrics"};
  if (parts_.is_api(request)) return parts_.api(request);
  const Browser browser = parts_.guard.browser_of(request);
  if (is_same(request, web::Method::Post, "/logout")) return log_out(request, browser);
  return parts_.pages.answer(request, browser);
}

std::optional<web::Response> ServeHandler::open_to_all(const web::Request& request) {
  const AgentPages& pages = parts_.pages.pages();
  if (request.path == pages.style_path()) return asset("text/css; charset=utf-8", pages.style());
  if (request.path == pages.script_path()) return asset("text/javascript; charset=utf-8", pages.script());
  if (request.path == "/favicon.ico") return web::Response{.status = 204, .route = "asset"};
  if (request.path == "/healthz")
    return web::Response{200, "text/plain; charset=utf-8", {}, std::string("ok\n"), "healthz"};
  if (is_same(request, web::Method::Post, "/login")) return log_in(request);
  if (request.path == "/login" && parts_.gate.needed()) return parts_.pages.login_page("/", "", 200);
  return std::nullopt;
}

// No token of a form is needed: who logs somebody else in knows the token, and gains nothing.
web::Response ServeHandler::log_in(const web::Request& request) {
  auto read = read_form_input(request);
  if (auto* refused = std::get_if<web::Response>(&read)) return std::move(*refused);
  const FormInput& form = std::get<FormInput>(read);
  const std::string to = safe_way(form.of("to"));
  const auto cookie = parts_.gate.needed() ? parts_.gate.log_in(form.of("token")) : std::nullopt;
  if (!cookie) return parts_.pages.login_page(to, "The token is wrong", 403);
  return {.status = 303, .headers = {{"Location", to}, *cookie}, .route = "login"};
}

web::Response ServeHandler::log_out(const web::Request& request, const Browser& browser) {
  auto read = read_form_input(request);
  if (auto* refused = std::get_if<web::Response>(&read)) return std::move(*refused);
  if (!is_own_form(browser, std::get<FormInput>(read).of("csrf")))
    return parts_.pages.problem(403, "This page is out of date", "Load it again, then log out.", "", "/");
  web::Response response = {.status = 303, .headers = {{"Location", "/login"}}, .route = "login"};
  if (const auto cookie = parts_.gate.log_out(request)) response.headers.push_back(*cookie);
  return response;
}

web::Response ServeHandler::turned_away(const web::Request& request) const {
  if (parts_.is_api(request) || request.path == "/metrics") {
    web::Response response = web::text_response(401, "a token is needed: `Authorization: Bearer ...`");
    response.headers.push_back({"WWW-Authenticate", "Bearer"});
    response.route = "refused";
    return response;
  }
  if (request.method == web::Method::Post)
    return parts_.pages.problem(403, "You are not logged in", "Log in, then send it again.", "", "/login");
  return parts_.pages.login_page(safe_way(request.path), "", 401);
}

}  // namespace tsg
