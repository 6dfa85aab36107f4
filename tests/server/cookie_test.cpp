// SPDX-License-Identifier: MIT
#include "tools/server/cookie.h"

#include <catch2/catch.hpp>

#include <string>

#include "tools/server/server_limits.h"

using namespace tsg::web;
using namespace std::chrono_literals;

TEST_CASE("cookies are read as RFC 6265 writes them") {
  CHECK(read_cookies({{"cookie", "a=1; b=\"2\";c=x=y"}, {"Cookie", "d="}}) ==
        Cookies{{"a", "1"}, {"b", "2"}, {"c", "x=y"}, {"d", ""}});
  for (const std::string line :
       {"", ";", "a", "=b", " = ", "a b=c", "a=b c", "a=b,c", "a=\"b", "a=\u00fc", "a=\\", "a=b\tc"}) {
    CAPTURE(line);
    CHECK(read_cookies({{"Cookie", line}}).empty());
  }
  CHECK(read_cookies({{"Set-Cookie", "a=b"}}).empty());
}

TEST_CASE("a name that stands twice is no cookie of ours") {
  const Cookies cookies = {{"sid", "ours"}, {"x", "y"}, {"sid", "theirs"}};
  CHECK_FALSE(find_cookie(cookies, "sid"));
  CHECK_FALSE(find_cookie(cookies, "SID"));
  CHECK(find_cookie(cookies, "x") == "y");
}

TEST_CASE("there may be as many cookies as the limit and no more") {
  std::string line;
  for (std::size_t i = 0; i < limits::cookies + 1; ++i) line += "a=b;";
  CHECK(read_cookies({{"Cookie", line}}).size() == limits::cookies);
}

TEST_CASE("a cookie is set for this site's own pages alone") {
  CHECK(set_cookie({.name = "sid", .value = "abc"}) ==
        Header{"Set-Cookie", "sid=abc; HttpOnly; SameSite=Strict; Path=/"});
  CHECK(
      set_cookie({.name = "__Host-sid", .value = "", .transport = CookieTransport::Secure, .lifetime = 0s}) ==
      Header{"Set-Cookie", "__Host-sid=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0; Secure"});
  for (const std::string value : {"a;b", "a b", "a\r\nX: y", "\"a\"", "a,b", "\\", "\u00fc"}) {
    CAPTURE(value);
    CHECK_FALSE(set_cookie({.name = "sid", .value = value}));
  }
  CHECK_FALSE(set_cookie({.name = "", .value = "a"}));
  CHECK_FALSE(set_cookie({.name = "a=b", .value = "a"}));
}
