// SPDX-License-Identifier: MIT
#include "tools/serve/csrf_guard.h"

#include "engine/text/digest.h"
#include "tools/server/cookie.h"
#include "tools/server/token.h"

namespace tsg {

namespace {

constexpr std::string_view cookie_name = "tsg-browser";

}  // namespace

Result<CsrfGuard> CsrfGuard::make() {
  Result<std::string> key = web::random_token();
  if (!key.ok()) return key.error();
  return CsrfGuard(std::move(key).value());
}

// HMAC's two passes (RFC 2104), of keys and digests that are all of one size.
std::string CsrfGuard::token_of(std::string_view cookie) const {
  return sha256_hex(key_ + "outer" + sha256_hex(key_ + "inner" + std::string(cookie)));
}

Browser CsrfGuard::browser_of(const web::Request& request) const {
  const web::Cookies cookies = web::read_cookies(request.headers);
  const auto sent = web::find_cookie(cookies, cookie_name);
  if (sent && !sent->empty()) return {token_of(*sent), {}};
  Result<std::string> fresh = web::random_token();
  if (!fresh.ok()) return {};
  return {token_of(fresh.value()),
          web::set_cookie({.name = std::string(cookie_name), .value = fresh.value()})};
}

bool is_own_form(const Browser& browser, std::string_view token) {
  return !browser.csrf.empty() && !browser.cookie && web::same_bytes(browser.csrf, token);
}

}  // namespace tsg
