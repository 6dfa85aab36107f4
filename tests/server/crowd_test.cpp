// SPDX-License-Identifier: MIT
// Many connections that do nothing, some that do very little, and bodies that nobody finishes. The crowd is
// another process: both ends of ten thousand connections are more descriptors than one may have.
// TSG_IDLE_CONNECTIONS=10000 is the whole test; the everyday run has a few hundred.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/server/live_server.h"
#include "tests/server/raw_client.h"
#include "tools/server/descriptor_limit.h"

using namespace tsg;
using namespace tsg::web;
using namespace std::chrono_literals;

namespace {

using Clock = RawClient::Clock;

std::size_t resident_bytes() {
  std::ifstream status("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  status >> total >> resident;
  return resident * 4096;
}

std::size_t idle_count() {
  const char* const wanted = std::getenv("TSG_IDLE_CONNECTIONS");
  return wanted ? std::strtoul(wanted, nullptr, 10) : 300;
}

// Connections of another process that say nothing, until this dies.
class Crowd {
 public:
  Crowd(std::uint16_t port, std::size_t count) : child_(::fork()) {
    if (child_ == 0) hold(port, count);
  }
  ~Crowd() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

 private:
  [[noreturn]] static void hold(std::uint16_t port, std::size_t count) {
    allow_descriptors(count + 200);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (std::size_t i = 0; i < count; ++i) {
      const int one = ::socket(AF_INET, SOCK_STREAM, 0);
      if (::connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) ::_exit(1);
    }
    while (true) ::pause();
  }

  pid_t child_;
};

ServerOptions for_many(std::size_t connections) {
  ServerOptions options;
  options.connections = connections;
  options.posts = Posts::Accepted;
  options.times.idle = 60s;
  return options;
}

std::chrono::microseconds ninety_ninth(std::vector<std::chrono::microseconds> waits) {
  std::sort(waits.begin(), waits.end());
  return waits[waits.size() * 99 / 100];
}

}  // namespace

TEST_CASE("idle connections and clients that dribble keep nobody waiting, and take little memory") {
  const std::size_t idle = idle_count();
  const LiveServer server(echo, for_many(idle + 100));
  const std::string asked = "GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n";
  RawClient reader(server.port());
  reader.send(asked);
  CHECK(reader.receive().status == 200);
  const std::size_t before = resident_bytes();
  const Crowd crowd(server.port(), idle);
  const auto end = Clock::now() + 30s;
  while (server.figures().connections_open < idle + 1 && Clock::now() < end) std::this_thread::sleep_for(5ms);
  REQUIRE(server.figures().connections_open == idle + 1);
  const std::size_t each = (std::max(resident_bytes(), before) - before) / idle;
  std::deque<RawClient> dribblers;
  for (int i = 0; i < 64; ++i) dribblers.emplace_back(server.port()).send("GET /");
  std::vector<std::chrono::microseconds> waits;
  const auto begun = Clock::now();
  auto next_dribble = begun + 1s;
  while (Clock::now() < begun + (idle > 1000 ? 4s : 1200ms)) {
    const auto sent = Clock::now();
    reader.send(asked);
    REQUIRE(reader.receive().status == 200);
    waits.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - sent));
    std::this_thread::sleep_for(1ms);
    if (Clock::now() < next_dribble) continue;
    for (RawClient& client : dribblers) client.send("a");
    next_dribble += 1s;
  }
  const auto slow = ninety_ninth(waits);
  WARN(idle << " idle connections take " << each << " bytes each; with 64 that dribble, p99 of "
            << waits.size() << " answers is " << slow.count() << " us");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(slow < 50ms);
  CHECK(each <= 10240);
  CHECK(resident_bytes() < before + (100U << 20U));
#endif
}

TEST_CASE("at the limit the connection that was idle the longest is closed") {
  const LiveServer server(echo, for_many(3));
  const std::string asked = "GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n";
  std::deque<RawClient> clients;
  for (int i = 0; i < 3; ++i) {
    clients.emplace_back(server.port()).send(asked);
    CHECK(clients.back().receive().status == 200);
  }
  // The first one asks again: now the second is idle for longest.
  clients[0].send(asked);
  CHECK(clients[0].receive().status == 200);
  clients.emplace_back(server.port()).send(asked);
  CHECK(clients.back().receive().status == 200);
  CHECK(clients[1].ended(5s));
  CHECK_FALSE(clients[0].ended(50ms));
  CHECK_FALSE(clients[2].ended(50ms));
  CHECK(server.figures().refusals[static_cast<std::size_t>(RefusalReason::Crowded)] == 1);
}

TEST_CASE("a process that may have few descriptors has fewer connections, and says so") {
  const pid_t child = ::fork();
  if (child == 0) {
    const rlimit few = {50, 300};
    if (::setrlimit(RLIMIT_NOFILE, &few) != 0) ::_exit(2);
    Result<Server> server = Server::listen(Loopback::V4, 0, echo, for_many(10000));
    rlimit now = {};
    ::getrlimit(RLIMIT_NOFILE, &now);
    const bool good = server.ok() && server.value().connection_limit() == 300 - limits::reserved_descriptors;
    ::_exit(good && now.rlim_cur == 300 ? 0 : 1);
  }
  int status = -1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(Server::listen(Loopback::V4, 0, echo, for_many(100)).value().connection_limit() == 100);
}

TEST_CASE("bodies that are received at once are bounded, and the bound is given back") {
  ServerOptions options = for_many(100);
  options.body_bytes = 8U << 20U;
  const LiveServer server(
      [](const Request& request) { return Response{.body = std::to_string(request.body.size())}; }, options);
  const std::string head =
      "POST / HTTP/1.1\r\nHost: " + server.host() + "\r\nContent-Length: 8388608\r\n\r\n";
  const std::string piece(1U << 20U, 'x');
  const auto upload = [&] {
    RawClient client(server.port());
    client.send(head);
    for (int i = 0; i < 8; ++i) client.send(piece);
    return client.receive();
  };
  CHECK(upload().body == "8388608");
  const std::size_t before = resident_bytes();
  std::size_t most = before;
  std::deque<RawClient> clients;
  for (int i = 0; i < 30; ++i) {
    RawClient& client = clients.emplace_back(server.port());
    client.send(head);
    client.send(piece);
    client.send(piece, 20ms);
    most = std::max(most, resident_bytes());
  }
  unsigned refused = 0;
  for (RawClient& client : clients) refused += client.receive(false, 50ms).status == 503;
  most = std::max(most, resident_bytes());
  WARN("30 unfinished uploads of 2 MiB: " << refused << " refused, memory at most "
                                          << ((most - before) >> 10U) << " KB more");
  CHECK(refused >= 24);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(most < before + (16U << 20U));
#endif
  clients.clear();
  const auto end = Clock::now() + 5s;
  while (server.figures().connections_open > 0 && Clock::now() < end) std::this_thread::sleep_for(5ms);
  CHECK(upload().body == "8388608");
}

TEST_CASE("a body may be as large as the options say and no larger") {
  ServerOptions options = for_many(10);
  options.body_bytes = 10;
  const LiveServer server(echo, options);
  const auto status = [&](const std::string& body) {
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: " + server.host() +
                "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    return client.receive().status;
  };
  CHECK(status("0123456789") == 200);
  CHECK(status("0123456789a") == 413);
}

TEST_CASE("a large body has more time than a small one") {
  ServerOptions options = for_many(10);
  options.times.request = 100ms;
  const LiveServer server(echo, options);
  const auto send_slowly = [&](std::size_t bytes) {
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: " + server.host() + "\r\nContent-Length: " + std::to_string(bytes) +
                "\r\n\r\n");
    client.send(std::string(bytes - 1, 'x'));
    std::this_thread::sleep_for(300ms);
    client.send("x");
    return client.receive(false, 2s).status;
  };
  CHECK(send_slowly(10) == 0);
  CHECK(send_slowly(limits::upload_bytes_per_second) == 200);
}
