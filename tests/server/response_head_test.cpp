// SPDX-License-Identifier: MIT
#include "tools/server/response_head.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <ctime>
#include <random>
#include <string>

#include "tools/server/http_date.h"

using namespace tsg::web;
using Catch::Matchers::Contains;

namespace {

std::string head(const Response& response, HeadForm form = {}) {
  if (form.content_security_policy.empty()) form.content_security_policy = "default-src 'none'";
  return response_head(response, form);
}

}  // namespace

TEST_CASE("a head holds the status, the length, and every security header") {
  CHECK(head({.content_type = "text/html", .body = std::string("four")}, {.date = "today"}) ==
        "HTTP/1.1 200 OK\r\n"
        "Date: today\r\n"
        "Content-Type: text/html\r\n"
        "Content-Security-Policy: default-src 'none'\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "Cross-Origin-Opener-Policy: same-origin\r\n"
        "Cross-Origin-Resource-Policy: same-origin\r\n"
        "Cache-Control: no-store\r\n"
        "Content-Length: 4\r\n"
        "\r\n");
}

TEST_CASE("a handler's header goes before the server's own") {
  const std::string text =
      head({.headers = {{"content-security-policy", "default-src 'self'"}, {"ETag", "\"a\""}}});
  CHECK_THAT(text, Contains("content-security-policy: default-src 'self'\r\n"));
  CHECK_THAT(text, !Contains("default-src 'none'"));
  CHECK_THAT(text, Contains("Cache-Control: no-cache\r\n"));
}

TEST_CASE("a header cannot break out of its line") {
  for (std::string value : {"/a\r\nSet-Cookie: b=c", "/a\nb", "/a\rb", "/a@b", "/a\x7f"}) {
    std::replace(value.begin(), value.end(), '@', '\0');
    const std::string text = head({.headers = {{"Location", value}}});
    CHECK_THAT(text, !Contains("Location"));
    CHECK_THAT(text, !Contains("Set-Cookie"));
  }
  CHECK_THAT(head({.headers = {{"a: b\r\nc", "d"}, {"", "e"}, {"f g", "h"}}}), !Contains("d\r\n"));
  const std::string text = head({.headers = {{"Content-Security-Policy", "a\nb"}}});
  CHECK_THAT(text, Contains("Content-Security-Policy: default-src 'none'\r\n"));
}

TEST_CASE("a handler does not frame") {
  const std::string text = head({.headers = {{"content-length", "9"}, {"Transfer-Encoding", "chunked"}}});
  CHECK_THAT(text, Contains("Content-Length: 0\r\n") && !Contains("9") && !Contains("chunked"));
}

TEST_CASE("what has no body has no length") {
  for (const unsigned status : {204U, 304U}) {
    const std::string text = head({.status = status, .content_type = "text/html"});
    CHECK_THAT(text, !Contains("Content-Length") && !Contains("Content-Type:"));
  }
  const std::string stream = head({}, {.framing = Framing::Stream, .persistence = Persistence::Close});
  CHECK_THAT(stream, !Contains("Content-Length") && Contains("Connection: close\r\n"));
}

TEST_CASE("a date is written as strftime writes it") {
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    const std::time_t moment = random();
    char expected[64] = {};
    std::tm utc = {};
    ::gmtime_r(&moment, &utc);
    REQUIRE(std::strftime(expected, sizeof expected, "%a, %d %b %Y %H:%M:%S GMT", &utc) > 0);
    CHECK(http_date(moment) == expected);
  }
  CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
}
