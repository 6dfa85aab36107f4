// SPDX-License-Identifier: MIT
#include "tools/server/request_gate.h"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

#include "tools/server/authority.h"
#include "tools/server/server_limits.h"

using namespace tsg::web;

namespace {

constexpr Gate reading = {.port = 8700};
constexpr Gate posting = {.port = 8700, .posts = Posts::Accepted};

RequestHead head(std::string method, Headers more = {}) {
  Headers headers = {{"Host", "127.0.0.1:8700"}};
  headers.insert(headers.end(), more.begin(), more.end());
  return {.method = std::move(method), .target = "/a?b=c", .headers = headers};
}

unsigned status(RequestHead request, const Gate& gate = posting) {
  const auto decision = admit(std::move(request), gate);
  const auto* const refusal = std::get_if<Response>(&decision);
  return refusal ? refusal->status : 200;
}

unsigned status_with_host(std::string host) {
  return status({.method = "GET", .target = "/", .headers = {{"Host", std::move(host)}}});
}

// Of a POST, which a PUT and a DELETE fare like.
unsigned status_of_post(Headers more) {
  Headers with_body = more;
  with_body.push_back({"Content-Length", "3"});
  const unsigned posted = status(head("POST", with_body));
  CHECK(status(head("PUT", with_body)) == posted);
  CHECK(status(head("DELETE", std::move(more))) == posted);
  return posted;
}

}  // namespace

TEST_CASE("a request is read into its parts") {
  const auto decision = admit(head("POST", {{"Content-Length", "12"}}), posting);
  const Admitted& admitted = std::get<Admitted>(decision);
  CHECK(admitted.request.method == Method::Post);
  CHECK(admitted.request.path == "/a");
  CHECK(admitted.request.raw_target == "/a?b=c");
  CHECK(admitted.request.query == Query{{"b", "c"}});
  CHECK(admitted.body_bytes == 12);
}

TEST_CASE("only a name of this machine with the port is its own") {
  for (const std::string own : {"localhost:8700", "LOCALHOST:8700", "127.0.0.1:8700", "[::1]:8700"}) {
    CAPTURE(own);
    CHECK(status_with_host(own) == 200);
  }
  const std::vector<std::string> foreign = {
      "",
      "localhost",
      "127.0.0.1",
      "[::1]",
      "localhost:8701",
      "localhost:87000",
      "localhost:08700",
      "localhost:",
      ":8700",
      "evil.example:8700",
      "localhost.evil.example:8700",
      "evil.example.localhost:8700",
      "foo.localhost:8700",
      "localhost.:8700",
      "127.0.0.1.nip.io:8700",
      "127.0.0.2:8700",
      "127.1:8700",
      "0.0.0.0:8700",
      "0:8700",
      "2130706433:8700",
      "0x7f000001:8700",
      "0177.0.0.1:8700",
      "[::]:8700",
      "[::ffff:127.0.0.1]:8700",
      "::1:8700",
      "user@localhost:8700",
      "localhost:8700@evil.example",
      "localhost:8700,evil.example",
      "evil.example,localhost:8700",
      "localhost:8700 evil.example",
      "localhost :8700",
      "http://localhost:8700",
      "192.168.0.1:8700",
      "10.0.0.1:8700",
      "169.254.169.254:8700",
  };
  for (const std::string& host : foreign) {
    CAPTURE(host);
    CHECK(status_with_host(host) == 421);
  }
  CHECK(own_authority("localhost", 80));
}

TEST_CASE("no Host and two Hosts are refused") {
  CHECK(status({.method = "GET", .target = "/"}) == 400);
  CHECK(status(head("GET", {{"Host", "127.0.0.1:8700"}})) == 400);
  CHECK(status(head("GET", {{"hOST", "evil.example"}})) == 400);
  CHECK(status({.method = "GET", .target = "/", .version = 10}) == 400);
}

TEST_CASE("a POST of another site's page is refused") {
  CHECK(status_of_post({}) == 200);
  CHECK(status_of_post({{"Origin", "http://127.0.0.1:8700"}}) == 200);
  CHECK(status_of_post({{"Sec-Fetch-Site", "same-origin"}, {"Origin", "null"}}) == 200);
  CHECK(status_of_post({{"Sec-Fetch-Site", "none"}}) == 200);
  for (const std::string origin :
       {"null", "", "http://evil.example", "https://127.0.0.1:8700", "http://127.0.0.1",
        "http://127.0.0.1:8701", "http://localhost:8700", "http://[::1]:8700",
        "http://127.0.0.1:8700.evil.example", "http://127.0.0.1:8700/",
        "http://evil.example http://127.0.0.1:8700", "file://"}) {
    CAPTURE(origin);
    CHECK(status_of_post({{"Origin", origin}}) == 403);
  }
  for (const std::string site : {"cross-site", "same-site", "", "SAME-ORIGIN "}) {
    CAPTURE(site);
    CHECK(status_of_post({{"Sec-Fetch-Site", site}}) == 403);
    CHECK(status_of_post({{"Sec-Fetch-Site", site}, {"Origin", "http://127.0.0.1:8700"}}) == 403);
  }
  CHECK(status_of_post({{"Sec-Fetch-Site", "none"}, {"Origin", "null"}}) == 403);
}

TEST_CASE("a method that is not used is refused with those that are") {
  for (const std::string method : {"OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "GETS", ""}) {
    CAPTURE(method);
    CHECK(status(head(method)) == 405);
  }
  for (const std::string method : {"POST", "PUT", "DELETE"}) {
    CAPTURE(method);
    CHECK(std::get<Response>(admit(head(method), reading)).status == 405);
  }
  const auto decision = admit(head("POST"), reading);
  const Response& refusal = std::get<Response>(decision);
  CHECK(refusal.status == 405);
  CHECK(*find_header(refusal.headers, "allow") == "GET, HEAD");
}

TEST_CASE("a body whose end is in doubt is refused") {
  CHECK(status(head("POST", {{"Content-Length", "3"}, {"Content-Length", "3"}})) == 400);
  CHECK(status(head("POST", {{"Content-Length", "3"}, {"content-length", "4"}})) == 400);
  CHECK(status(head("POST", {{"Content-Length", "3"}, {"Transfer-Encoding", "chunked"}})) == 400);
  CHECK(status(head("POST", {{"Transfer-Encoding", "chunked"}})) == 411);
  CHECK(status(head("POST", {{"Transfer-Encoding", "identity"}})) == 411);
  for (const std::string length : {"", "-1", "+3", "3,3", "3 3", "0x3", "3.0", " 3", "three"}) {
    CAPTURE(length);
    CHECK(status(head("POST", {{"Content-Length", length}})) == 400);
  }
  CHECK(status(head("GET", {{"Content-Length", "0"}})) == 200);
  CHECK(status(head("GET", {{"Content-Length", "1"}})) == 400);
  CHECK(status(head("DELETE", {{"Content-Length", "1"}})) == 400);
}

TEST_CASE("a body may be as large as the limit and no larger") {
  const auto length = [](std::size_t bytes) { return Headers{{"Content-Length", std::to_string(bytes)}}; };
  CHECK(status(head("POST", length(limits::body_bytes))) == 200);
  CHECK(status(head("POST", length(limits::body_bytes + 1))) == 413);
  CHECK(status(head("POST", {{"Content-Length", "99999999999999999999999999"}})) == 413);
}

TEST_CASE("there may be as many headers as the limit and no more") {
  CHECK(status(head("GET", Headers(limits::header_count - 1, {"A", "b"}))) == 200);
  CHECK(status(head("GET", Headers(limits::header_count, {"A", "b"}))) == 431);
}

TEST_CASE("a path that is refused says why") {
  RequestHead request = head("GET");
  request.target = "/../etc/passwd";
  const auto decision = admit(request, reading);
  CHECK(std::get<Response>(decision).status == 400);
  CHECK(bytes_of(std::get<Response>(decision).body) == "400 Bad Request: the path holds `.` or `..`\n");
  request.target = "/" + std::string(limits::target_bytes, 'a');
  CHECK(status(request) == 414);
}

TEST_CASE("only HTTP/1.0 and HTTP/1.1 are spoken") {
  for (const unsigned version : {9U, 12U, 20U}) {
    RequestHead request = head("GET");
    request.version = version;
    CHECK(status(request) == 505);
  }
}
