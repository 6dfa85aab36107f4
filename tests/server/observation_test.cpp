// SPDX-License-Identifier: MIT
// What a server says of itself: figures, Prometheus text, lines of a log.
#include <catch2/catch.hpp>

#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "tests/server/live_server.h"
#include "tests/server/raw_client.h"
#include "tools/server/access_line.h"
#include "tools/server/prometheus_text.h"
#include "tools/server/server_counters.h"

using namespace tsg::web;
using Catch::Matchers::Contains;
using namespace std::chrono_literals;

namespace {

// Until `done`, or for too long.
template <typename Done>
bool eventually(Done done) {
  const auto end = RawClient::Clock::now() + 5s;
  while (!done() && RawClient::Clock::now() < end) std::this_thread::sleep_for(1ms);
  return done();
}

class Log {
 public:
  void add(const Served& served) {
    const std::lock_guard lock(mutex_);
    all_.push_back(served);
  }
  std::vector<Served> all() const {
    const std::lock_guard lock(mutex_);
    return all_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Served> all_ = {};
};

std::uint64_t refused(const ServerFigures& figures, RefusalReason reason) {
  return figures.refusals[static_cast<std::size_t>(reason)];
}

}  // namespace

TEST_CASE("each response is told once, refusals included") {
  Log log;
  ServerOptions options;
  options.on_served = [&](const Served& served) { log.add(served); };
  const LiveServer server(
      [](const Request&) {
        std::this_thread::sleep_for(5ms);
        return Response{.body = std::string("12345"), .route = "page"};
      },
      options);
  RawClient client(server.port());
  const std::string host = " HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n";
  client.send("GET /a?customer=secret" + host + "HEAD /" + host + "GET /..?x=secret" + host);
  CHECK(client.ended(5s));
  RawClient foreign(server.port());
  foreign.send("BREW / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
  CHECK(foreign.ended(5s));
  REQUIRE(eventually([&] { return log.all().size() == 4; }));
  const std::vector<Served> all = log.all();
  CHECK((all[0].method == "GET" && all[0].route == "page" && all[0].status == 200 && all[0].bytes == 5));
  CHECK(all[0].duration >= 5ms);
  CHECK_THAT(all[0].peer, Catch::StartsWith("127.0.0.1:"));
  CHECK((all[1].method == "HEAD" && all[1].bytes == 0));
  CHECK((all[2].status == 400 && all[2].route.empty()));
  CHECK((all[3].method.empty() && all[3].status == 421));
  for (const Served& each : all) {
    CHECK_THAT(access_line(each, std::chrono::system_clock::now()), !Contains("secret") && !Contains("evil"));
  }
  const ServerFigures figures = server.figures();
  CHECK(figures.connections_accepted == 2);
  CHECK(figures.connections_limit == limits::connections);
  CHECK(figures.responses.at({"page", 2}) == 2);
  CHECK(figures.responses.at({"", 4}) == 2);
  CHECK(refused(figures, RefusalReason::Malformed) == 1);
  CHECK(refused(figures, RefusalReason::ForeignHost) == 1);
  CHECK(eventually([&] { return server.figures().connections_open == 0; }));
}

TEST_CASE("a log that fails ends no connection") {
  ServerOptions options;
  options.on_served = [](const Served&) { throw std::runtime_error("the disk is full"); };
  const LiveServer server(echo, options);
  RawClient client(server.port());
  const std::string asked = "GET /a HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n";
  client.send(asked + asked);
  CHECK(client.receive().status == 200);
  CHECK(client.receive().status == 200);
}

TEST_CASE("who takes too long is counted as such, and who is idle is not") {
  ServerOptions options;
  options.times.request = options.times.idle = 50ms;
  const LiveServer server(echo, options);
  RawClient slow(server.port()), idle(server.port());
  slow.send("GET /");
  CHECK(slow.ended(5s));
  CHECK(idle.ended(5s));
  CHECK(eventually([&] { return refused(server.figures(), RefusalReason::Overdue) == 1; }));
}

TEST_CASE("durations stand in the bucket that ends at or above them") {
  ServerCounters counters;
  for (const int us : {0, 1000, 1001, 2500, 10'000'000, 10'000'001}) {
    counters.count_response({.status = 200, .duration = std::chrono::microseconds(us)});
  }
  const ServerFigures figures = counters.figures();
  CHECK(figures.durations[0] == 2);
  CHECK(figures.durations[1] == 2);
  CHECK(figures.durations[duration_bounds_us.size() - 1] == 1);
  CHECK(figures.durations[duration_bounds_us.size()] == 1);
  CHECK(figures.duration_sum_us == 20'004'502);
}

TEST_CASE("routes beyond the limit count as one") {
  ServerCounters counters;
  for (std::size_t i = 0; i < limits::counted_routes + 50; ++i) {
    counters.count_response({.route = "r" + std::to_string(i), .status = 200});
  }
  const ServerFigures figures = counters.figures();
  CHECK(figures.responses.size() == limits::counted_routes + 1);
  CHECK(figures.responses.at({"other", 2}) == 50);
}

TEST_CASE("figures are Prometheus text") {
  ServerCounters counters;
  counters.count_connection();
  counters.count_refusal(RefusalReason::ForeignHost);
  counters.count_response({.route = "a\"b\\c\nd\xFF", .status = 200, .bytes = 7, .duration = 1500us});
  counters.count_response({.route = "guide", .status = 503, .duration = 20s});
  const std::string text = prometheus_text(counters.figures());
  for (const std::string line :
       {"# HELP tsg_http_requests_total Responses by route and class of status, refusals included.",
        "# TYPE tsg_http_requests_total counter",
        "tsg_http_requests_total{route=\"a\\\"b\\\\c\\nd\uFFFD\",status=\"2xx\"} 1",
        "tsg_http_requests_total{route=\"guide\",status=\"5xx\"} 1", "# TYPE tsg_http_connections gauge",
        "tsg_http_connections_total 1", "tsg_http_response_bytes_total 7",
        "tsg_http_refused_total{reason=\"foreign_host\"} 1", "tsg_http_refused_total{reason=\"crowded\"} 0",
        "# TYPE tsg_http_request_duration_seconds histogram",
        "tsg_http_request_duration_seconds_bucket{le=\"0.001\"} 0",
        "tsg_http_request_duration_seconds_bucket{le=\"0.0025\"} 1",
        "tsg_http_request_duration_seconds_bucket{le=\"10\"} 1",
        "tsg_http_request_duration_seconds_bucket{le=\"+Inf\"} 2",
        "tsg_http_request_duration_seconds_sum 20.0015", "tsg_http_request_duration_seconds_count 2"}) {
    CAPTURE(line);
    CHECK_THAT('\n' + text, Contains('\n' + line + '\n'));
  }
}

TEST_CASE("a line of the log is one JSON object, whatever stands in it") {
  const Served served = {.method = "POST",
                         .route = "a\"\n\x1b[31m",
                         .status = 201,
                         .bytes = 512,
                         .duration = 840us,
                         .peer = "[::1]:43210"};
  CHECK(
      access_line(served, std::chrono::system_clock::time_point(250ms)) ==
      R"({"time":"1970-01-01T00:00:00.25Z","method":"POST","route":"a\"\n\u001b[31m","status":201,"bytes":512,)"
      R"("duration_us":840,"peer":"[::1]:43210"})");
}
