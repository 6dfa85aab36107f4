// SPDX-License-Identifier: MIT
#include "tools/server/cookie.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"
#include "tools/server/server_limits.h"
#include "tools/server/token_character.h"

namespace tsg::web {

namespace {

// RFC 6265, 4.1.1: cookie-octet.
bool cookie_character(char c) {
  constexpr std::string_view excluded = "\",;\\";
  return c > 0x20 && c < 0x7F && excluded.find(c) == std::string_view::npos;
}

bool is_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), cookie_character);
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void read_one(std::string_view part, Cookies& cookies) {
  part = ascii_trimmed(part);
  const std::size_t equals = part.find('=');
  if (equals == std::string_view::npos) return;
  const std::string_view name = part.substr(0, equals), value = without_quotes(part.substr(equals + 1));
  if (is_token(name) && is_value(value)) cookies.emplace_back(name, value);
}

void read_all(std::string_view line, Cookies& cookies) {
  while (!line.empty() && cookies.size() < limits::cookies) {
    const std::string_view part = line.substr(0, line.find(';'));
    line.remove_prefix(std::min(part.size() + 1, line.size()));
    read_one(part, cookies);
  }
}

}  // namespace

Cookies read_cookies(const Headers& headers) {
  Cookies cookies;
  for (const Header& each : headers) {
    if (equal_ignoring_case(each.name, "Cookie")) read_all(each.value, cookies);
  }
  return cookies;
}

std::optional<std::string_view> find_cookie(const Cookies& cookies, std::string_view name) {
  const auto named = [&](const auto& each) { return each.first == name; };
  const auto found = std::find_if(cookies.begin(), cookies.end(), named);
  if (found == cookies.end() || std::count_if(found, cookies.end(), named) > 1) return std::nullopt;
  return found->second;
}

std::optional<Header> set_cookie(const Cookie& cookie) {
  if (!is_token(cookie.name) || !is_value(cookie.value)) return std::nullopt;
  std::string value = fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/", cookie.name, cookie.value);
  if (cookie.lifetime) value += fmt::format("; Max-Age={}", cookie.lifetime->count());
  if (cookie.transport == CookieTransport::Secure) value += "; Secure";
  return Header{"Set-Cookie", std::move(value)};
}

}  // namespace tsg::web
