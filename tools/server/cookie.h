// SPDX-License-Identifier: MIT
// Cookies (RFC 6265): what a browser sent, and the one way in which this server sets them.
// Tested by cookie_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tools/server/header.h"

namespace tsg::web {

using Cookies = std::vector<std::pair<std::string, std::string>>;

// In order, of all Cookie headers; at most limits::cookies. A part that is no `name=value` of RFC 6265 is
// left out; quotes around a value are no part of it.
Cookies read_cookies(const Headers& headers);

// Nothing when there is none of that name, or when there are several: a neighbour under the same domain can
// set a second one, and which of them is ours cannot be known.
std::optional<std::string_view> find_cookie(const Cookies& cookies, std::string_view name);

// Whether the cookie is for TLS alone.
enum class CookieTransport : std::uint8_t { Any, Secure };

struct Cookie {
  std::string name = {};
  std::string value = {};
  CookieTransport transport = CookieTransport::Any;
  std::optional<std::chrono::seconds> lifetime = {};  // 0 deletes it; nothing: until the browser ends
};

// `Set-Cookie: name=value; HttpOnly; SameSite=Strict; Path=/`. Nothing when the name is no token or the value
// holds what a cookie cannot: blanks, `"`, `,`, `;`, `\`, controls, and what is not ASCII.
std::optional<Header> set_cookie(const Cookie& cookie);

}  // namespace tsg::web
