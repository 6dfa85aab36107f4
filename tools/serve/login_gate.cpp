// SPDX-License-Identifier: MIT
#include "tools/serve/login_gate.h"

#include <algorithm>

#include "engine/text/digest.h"
#include "tools/server/token.h"

namespace tsg {

namespace {

constexpr std::string_view cookie_name = "tsg-login";
constexpr std::string_view bearer = "Bearer ";

// What is kept of a login, so that the order of a map tells nothing of the cookie itself.
std::string key_of(std::string_view cookie) {
  return sha256_hex(cookie);
}

std::string login_of(const web::Request& request) {
  const web::Cookies cookies = web::read_cookies(request.headers);
  const auto sent = web::find_cookie(cookies, cookie_name);
  return sent ? std::string(*sent) : std::string();
}

}  // namespace

LoginGate::LoginGate(std::string token, web::Scheme scheme, Clock clock)
    : token_(std::move(token)),
      transport_(scheme == web::Scheme::Https ? web::CookieTransport::Secure : web::CookieTransport::Any),
      clock_(std::move(clock)) {}

bool LoginGate::may_use(const web::Request& request) const {
  if (!needed()) return true;
  const std::string* authorization = web::find_header(request.headers, "Authorization");
  if (authorization != nullptr && authorization->starts_with(bearer))
    return web::same_bytes(token_, std::string_view(*authorization).substr(bearer.size()));
  const std::string cookie = login_of(request);
  if (cookie.empty()) return false;
  const std::lock_guard lock(mutex_);
  const auto login = logins_.find(key_of(cookie));
  return login != logins_.end() && clock_() < login->second;
}

std::optional<web::Header> LoginGate::log_in(std::string_view token) {
  if (!web::same_bytes(token_, token)) return std::nullopt;
  Result<std::string> cookie = web::random_token();
  if (!cookie.ok()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto now = clock_();
  std::erase_if(logins_, [now](const auto& login) { return login.second <= now; });
  if (logins_.size() >= most_logins) {
    logins_.erase(std::min_element(logins_.begin(), logins_.end(),
                                   [](const auto& a, const auto& b) { return a.second < b.second; }));
  }
  logins_[key_of(cookie.value())] = now + lifetime;
  return web::set_cookie({.name = std::string(cookie_name),
                          .value = cookie.value(),
                          .transport = transport_,
                          .lifetime = std::chrono::duration_cast<std::chrono::seconds>(lifetime)});
}

std::optional<web::Header> LoginGate::log_out(const web::Request& request) {
  const std::string cookie = login_of(request);
  const std::lock_guard lock(mutex_);
  logins_.erase(key_of(cookie));
  return web::set_cookie({.name = std::string(cookie_name),
                          .value = "",
                          .transport = transport_,
                          .lifetime = std::chrono::seconds(0)});
}

}  // namespace tsg
