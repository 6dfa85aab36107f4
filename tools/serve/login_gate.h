// SPDX-License-Identifier: MIT
// Who may use a desk that others can reach: whoever knows its token. A browser logs in with it once and has a
// cookie from then on; a program sends it with each request (RFC 6750: `Authorization: Bearer ...`).
// Tested by login_gate_test.cpp.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "tools/server/authority.h"
#include "tools/server/cookie.h"
#include "tools/server/request.h"

namespace tsg {

class LoginGate {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  static constexpr std::chrono::hours lifetime{12};  // of a login
  static constexpr std::size_t most_logins = 1000;   // at once; the oldest goes first
  static constexpr std::size_t shortest_token = 16;  // bytes

  // An empty token: everyone may.
  explicit LoginGate(std::string token, web::Scheme scheme = web::Scheme::Http,
                     Clock clock = std::chrono::steady_clock::now);

  bool needed() const { return !token_.empty(); }
  bool may_use(const web::Request& request) const;
  // The cookie of a new login; nothing for a wrong token.
  std::optional<web::Header> log_in(std::string_view token);
  // Forgets the browser's login; the cookie that takes the other away.
  std::optional<web::Header> log_out(const web::Request& request);

 private:
  std::string token_;
  web::CookieTransport transport_;
  Clock clock_;
  mutable std::mutex mutex_ = {};
  std::map<std::string, std::chrono::steady_clock::time_point> logins_ = {};  // digest of the cookie, its end
};

}  // namespace tsg
