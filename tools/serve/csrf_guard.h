// SPDX-License-Identifier: MIT
// Who a browser is, by a cookie of its own; and the token that its forms must hold, which no other page can
// know (OWASP: signed double submit). The token is a keyed digest of the cookie, so nothing is kept, and a
// cookie that a neighbour planted has no token that the neighbour knows.
// Tested by csrf_guard_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/result.h"
#include "tools/server/header.h"
#include "tools/server/request.h"

namespace tsg {

struct Browser {
  std::string csrf = {};
  std::optional<web::Header> cookie = {};  // to be set: it is a new browser
};

// Whether a form with this token is one that this browser was given.
bool is_own_form(const Browser& browser, std::string_view token);

class CsrfGuard {
 public:
  static Result<CsrfGuard> make();

  // The browser that sends `request`; one without a cookie gets a new one.
  Browser browser_of(const web::Request& request) const;

 private:
  explicit CsrfGuard(std::string key) : key_(std::move(key)) {}
  std::string token_of(std::string_view cookie) const;

  std::string key_;
};

}  // namespace tsg
