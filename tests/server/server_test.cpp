// SPDX-License-Identifier: MIT
// The server as a browser meets it.
#include "tools/server/server.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <string>

#include "tests/server/event_parser.h"
#include "tests/server/live_server.h"
#include "tests/server/raw_client.h"
#include "tools/server/memory_site.h"

using namespace tsg;
using namespace tsg::web;
using Catch::Matchers::Contains;
using namespace std::chrono_literals;

namespace {

std::string request(const LiveServer& server, std::string_view line, std::string_view more = "") {
  return std::string(line) + " HTTP/1.1\r\nHost: " + server.host() + "\r\n" + std::string(more) + "\r\n";
}

std::string post(const LiveServer& server, std::string_view body, std::string_view more = "") {
  return request(server, "POST /form",
                 "Content-Length: " + std::to_string(body.size()) + "\r\n" + std::string(more)) +
         std::string(body);
}

constexpr auto accepting_posts = [] {
  ServerOptions options;
  options.posts = Posts::Accepted;
  return options;
};

}  // namespace

TEST_CASE("a page is answered with its bytes and every security header") {
  const LiveServer server(echo);
  RawClient client(server.port());
  client.send(request(server, "GET /a%20b?c=d"));
  const Answer answer = client.receive();
  CHECK(answer.status == 200);
  CHECK(answer.body == "GET /a b ");
  for (const std::string header :
       {"Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer", "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-store", "Date: "}) {
    CHECK_THAT(answer.head, Contains("\r\n" + header));
  }
}

TEST_CASE("refusals hold the security headers too") {
  const LiveServer server(echo);
  for (const std::string line : {"GET /..", "PUT /", "BAD\x01 /"}) {
    RawClient client(server.port());
    client.send(request(server, line));
    const Answer answer = client.receive();
    CHECK(answer.status >= 400);
    CHECK_THAT(answer.head, Contains("Content-Security-Policy: ") && Contains("nosniff"));
    CHECK(client.ended(2s));
  }
}

TEST_CASE("HEAD answers as GET does, without the bytes") {
  const LiveServer server(echo);
  RawClient client(server.port());
  client.send(request(server, "HEAD /abc") + request(server, "GET /d"));
  const Answer bare = client.receive(true);
  CHECK_THAT(bare.head, Contains("Content-Length: 10\r\n"));
  CHECK(client.receive().body == "GET /d ");
}

TEST_CASE("one connection carries many requests, and pipelined ones are answered in order") {
  const LiveServer server(echo);
  RawClient client(server.port());
  std::string all;
  for (int i = 0; i < 50; ++i) all += request(server, "GET /" + std::to_string(i));
  client.send(all);
  for (int i = 0; i < 50; ++i) CHECK(client.receive().body == "GET /" + std::to_string(i) + ' ');
  client.send(request(server, "GET /last", "Connection: close\r\n"));
  CHECK_THAT(client.receive().head, Contains("Connection: close\r\n"));
  CHECK(client.ended(2s));
}

TEST_CASE("requests that come in pieces are put together") {
  const LiveServer server(echo, accepting_posts());
  RawClient client(server.port());
  for (const char c : post(server, "a=b")) client.send({&c, 1});
  CHECK(client.receive().body == "POST /form a=b");
}

TEST_CASE("a form is read to its limit, and who asks first is told to go on") {
  const LiveServer server(echo, accepting_posts());
  const std::string body(limits::body_bytes, 'x');
  RawClient client(server.port());
  client.send(post(server, body));
  CHECK(client.receive().body == "POST /form " + body);
  const std::string whole = post(server, "a=b", "Expect: 100-continue\r\n");
  client.send(whole.substr(0, whole.size() - 3));
  CHECK(client.receive().status == 100);
  client.send("a=b");
  CHECK(client.receive().body == "POST /form a=b");
}

TEST_CASE("the line and headers may be as large as the limit and no larger") {
  const LiveServer server(echo);
  const std::size_t rest = request(server, "GET /", "A: \r\n").size();
  const auto sized = [&](std::size_t bytes) {
    return request(server, "GET /", "A: " + std::string(bytes - rest, 'a') + "\r\n");
  };
  RawClient fitting(server.port());
  fitting.send(sized(limits::header_block_bytes));
  CHECK(fitting.receive().status == 200);
  RawClient larger(server.port());
  larger.send(sized(limits::header_block_bytes + 1));
  CHECK(larger.receive().status == 431);
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  const LiveServer server(echo);
  RawClient client(server.port());
  client.send("GET /old HTTP/1.0\r\nHost: " + server.host() + "\r\nConnection: keep-alive\r\n\r\n");
  CHECK(client.receive().body == "GET /old ");
  CHECK(client.ended(2s));
}

TEST_CASE("a handler that throws fails one request") {
  const LiveServer server([](const Request& asked) -> Response {
    if (asked.path == "/bad") throw std::runtime_error("broken");
    return echo(asked);
  });
  RawClient client(server.port());
  client.send(request(server, "GET /bad") + request(server, "GET /good"));
  CHECK(client.receive().status == 500);
  CHECK(client.receive().body == "GET /good ");
}

TEST_CASE("a handler learns who asks from the socket, not from a header") {
  const LiveServer server([](const Request& asked) { return Response{.body = asked.peer}; });
  RawClient client(server.port());
  client.send(request(server, "GET /",
                      "Remote-Addr: 8.8.8.8\r\nX-Forwarded-For: 8.8.8.8\r\nREMOTE_ADDR: 8.8.8.8\r\n"));
  CHECK_THAT(client.receive().body, Catch::StartsWith("127.0.0.1:"));
}

TEST_CASE("a Range is ignored") {
  const LiveServer server(echo);
  RawClient client(server.port());
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 500; ++i) ranges += ",0-";
  client.send(request(server, "GET /", ranges + "\r\n"));
  const Answer answer = client.receive();
  CHECK(answer.status == 200);
  CHECK(answer.body == "GET / ");
}

TEST_CASE("a port that is taken is an error that says what to do") {
  const LiveServer server(echo);
  const Result<Server> second = Server::listen(Loopback::V4, server.port(), echo, {});
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().message == "port " + std::to_string(server.port()) + " is taken");
  CHECK(second.error().help == "use `--port 0` for any free one");
}

TEST_CASE("a server may listen at ::1, and at no address of a network") {
  Result<Server> server = Server::listen(Loopback::V6, 0, echo, {});
  if (server.ok())
    CHECK(server.value().url() == "http://[::1]:" + std::to_string(server.value().port()) + "/");
}

TEST_CASE("a server that was stopped before it ran does not run") {
  Result<Server> result = Server::listen(Loopback::V4, 0, echo, {});
  Server server = std::move(result).value();
  CHECK(server.url() == "http://127.0.0.1:" + std::to_string(server.port()) + "/");
  server.stop();
  server.run(2);
}

TEST_CASE("listeners get events until they leave") {
  LiveServer server(echo);
  RawClient client(server.port());
  client.send(request(server, "GET /events"));
  const std::string opening = client.receive_until("retry: 300\n\n");
  CHECK_THAT(opening, Contains("Content-Type: text/event-stream\r\n") && Contains("Connection: close\r\n") &&
                          !Contains("Content-Length"));
  server.events().publish("problems", "one\ntwo");
  CHECK(parse_events(client.receive_until("two\n\n")).events ==
        std::vector<ParsedEvent>{{"1", "problems", "one\ntwo"}});
  for (int i = 0; i < 40; ++i) server.events().publish("reload", std::to_string(i));
  CHECK(parse_events(client.receive_until("data: 39\n\n")).events.size() == 40);
  ::shutdown(client.number(), SHUT_WR);
  CHECK(client.ended(2s));
}

TEST_CASE("who comes back gets the newest event, by header or by query") {
  LiveServer server(echo);
  server.events().publish("problems", "old");
  server.events().publish("reload", "new");
  RawClient returning(server.port());
  returning.send(request(server, "GET /events", "Last-Event-ID: 1\r\n"));
  CHECK_THAT(returning.receive_until("new\n\n"), Contains("id: 2\n") && !Contains("old"));
  RawClient page(server.port());
  page.send(request(server, "GET /events?since=0"));
  CHECK_THAT(page.receive_until("new\n\n"), Contains("id: 2\n"));
  RawClient current(server.port());
  current.send(request(server, "GET /events?since=2"));
  current.receive_until("retry: 300\n\n");
  server.events().publish("reload", "newer");
  CHECK_THAT(current.receive_until("newer\n\n"), Contains("id: 3\n") && !Contains("id: 2\n"));
}

TEST_CASE("a listener's connection beats while nothing happens") {
  ServerOptions options;
  options.times.heartbeat = 20ms;
  LiveServer server(echo, options);
  RawClient client(server.port());
  client.send(request(server, "GET /events"));
  CHECK_THAT(client.receive_until(": alive\n\n: alive\n\n"), Contains(": alive\n\n: alive\n\n"));
}

TEST_CASE("a listener that takes nothing is dropped, and others are not") {
  ServerOptions options;
  options.times.write = 300ms;
  LiveServer server(echo, options);
  RawClient slow(server.port(), 4096);
  slow.send(request(server, "GET /events"));
  RawClient quick(server.port());
  quick.send(request(server, "GET /events"));
  quick.receive_until("retry: 300\n\n");
  const std::string large(512U << 10U, 'x');
  for (int i = 0; i < 40; ++i) {
    server.events().publish("reload", large);
    const std::string end = "id: " + std::to_string(i + 1) + '\n';
    REQUIRE_THAT(quick.receive_until("x\n\n"), Contains(end));
  }
  const auto end = RawClient::Clock::now() + 5s;
  while (server.events().subscribers() > 1 && RawClient::Clock::now() < end) std::this_thread::yield();
  CHECK(server.events().subscribers() == 1);
}
