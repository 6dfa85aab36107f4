// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <atomic>
#include <string>
#include <thread>

#include "tests/server/live_server.h"
#include "tests/server/raw_client.h"

using namespace tsg;
using namespace tsg::web;
using Catch::Matchers::Contains;
using namespace std::chrono_literals;

namespace {

std::string get(const std::string& host, const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

// Runs until it is stopped, and says whether it has returned.
class Run {
 public:
  explicit Run(Handler handler, ServerOptions options = {})
      : server_(Server::listen(Loopback::V4, 0, std::move(handler), std::move(options)).value()),
        thread_([this] {
          server_.run(2);
          returned_ = true;
        }) {}
  ~Run() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  Server& server() { return server_; }
  std::string host() const { return "127.0.0.1:" + std::to_string(server_.port()); }
  bool returned() const { return returned_; }
  void join() { thread_.join(); }

 private:
  Server server_;
  std::atomic<bool> returned_ = false;
  std::thread thread_;
};

}  // namespace

TEST_CASE("a server that stops gracefully answers what was asked, and nobody else") {
  std::atomic<bool> asked = false, released = false;
  Run run([&](const Request& request) {
    asked = request.path == "/slow";
    while (request.path == "/slow" && !released) std::this_thread::sleep_for(1ms);
    return echo(request);
  });
  const std::uint16_t port = run.server().port();
  RawClient idle(port), listener(port), slow(port), begun(port);
  idle.send(get(run.host(), "/a"));
  CHECK(idle.receive().status == 200);
  listener.send(get(run.host(), "/events"));
  listener.receive_until("retry: 300\n\n");
  const std::string rest = get(run.host(), "/begun");
  begun.send(rest.substr(0, 9));
  slow.send(get(run.host(), "/slow"));
  while (!asked) std::this_thread::sleep_for(1ms);
  run.server().stop_gracefully(10s);
  CHECK(idle.ended(2s));
  CHECK(listener.ended(2s));
  CHECK_THROWS(RawClient(port));
  CHECK_FALSE(run.returned());
  begun.send(rest.substr(9));
  const Answer second = begun.receive();
  CHECK(second.body == "GET /begun ");
  CHECK_THAT(second.head, Contains("Connection: close\r\n"));
  released = true;
  const Answer answer = slow.receive();
  CHECK(answer.body == "GET /slow ");
  CHECK_THAT(answer.head, Contains("Connection: close\r\n"));
  CHECK(slow.ended(2s));
  CHECK(begun.ended(2s));
  run.join();
  CHECK(run.server().figures().connections_open == 0);
}

TEST_CASE("what is not answered at the deadline is cut off") {
  Run run(echo);
  RawClient slow(run.server().port());
  slow.send("GET /never");
  while (run.server().figures().connections_open == 0) std::this_thread::sleep_for(1ms);
  const auto begun = RawClient::Clock::now();
  run.server().stop_gracefully(200ms);
  run.join();
  const auto took = RawClient::Clock::now() - begun;
  CHECK(took >= 190ms);
  CHECK(took < 3s);
}

TEST_CASE("a server that was stopped gracefully before it ran returns") {
  Result<Server> result = Server::listen(Loopback::V4, 0, echo, {});
  Server server = std::move(result).value();
  server.stop_gracefully(5s);
  server.run(2);
}
