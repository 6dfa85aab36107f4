// SPDX-License-Identifier: MIT
#include "tools/server/response_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"
#include "tools/server/token_character.h"

namespace tsg::web {

namespace {

bool value_character(char c) {
  return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
}

bool framing(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"Content-Length", "Transfer-Encoding", "Connection",
                                                     "Keep-Alive",     "Trailer",           "Upgrade"};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view each) { return equal_ignoring_case(each, name); });
}

bool can_be_sent(const Header& header) {
  return is_token(header.name) && std::all_of(header.value.begin(), header.value.end(), value_character) &&
         !framing(header.name);
}

void add(std::string& out, std::string_view name, std::string_view value) {
  out += fmt::format("{}: {}\r\n", name, value);
}

void add_own(std::string& out, const Response& response) {
  for (const Header& each : response.headers) {
    if (can_be_sent(each)) add(out, each.name, each.value);
  }
}

void add_unless_given(std::string& out, const Response& response, const Header& header) {
  const std::string* const given = find_header(response.headers, header.name);
  const bool stands = given && can_be_sent({header.name, *given});
  if (!stands && !header.value.empty()) add(out, header.name, header.value);
}

void add_security(std::string& out, const Response& response, std::string_view policy) {
  const bool tagged = find_header(response.headers, "ETag") != nullptr;
  add_unless_given(out, response, {"Content-Security-Policy", std::string(policy)});
  add_unless_given(out, response, {"X-Content-Type-Options", "nosniff"});
  add_unless_given(out, response, {"Referrer-Policy", "no-referrer"});
  add_unless_given(out, response, {"Cross-Origin-Opener-Policy", "same-origin"});
  add_unless_given(out, response, {"Cross-Origin-Resource-Policy", "same-origin"});
  add_unless_given(out, response, {"Cache-Control", tagged ? "no-cache" : "no-store"});
}

}  // namespace

std::string response_head(const Response& response, const HeadForm& form) {
  std::string out = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  add_unless_given(out, response, {"Date", std::string(form.date)});
  if (has_body(response.status)) add_unless_given(out, response, {"Content-Type", response.content_type});
  add_own(out, response);
  add_security(out, response, form.content_security_policy);
  if (form.framing == Framing::Length && has_body(response.status)) {
    add(out, "Content-Length", fmt::format("{}", bytes_of(response.body).size()));
  }
  if (form.persistence == Persistence::Close) add(out, "Connection", "close");
  return out + "\r\n";
}

bool has_body(unsigned status) {
  return status >= 200 && status != 204 && status != 304;
}

}  // namespace tsg::web
