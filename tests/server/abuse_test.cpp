// SPDX-License-Identifier: MIT
// What hostile clients do. Every client here talks to 127.0.0.1, a bounded number of times.
#include <sys/resource.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <deque>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/server/live_server.h"
#include "tests/server/path_attacks.h"
#include "tests/server/raw_client.h"
#include "tests/server/served_folder.h"
#include "tools/server/folder_handler.h"
#include "tools/server/memory_site.h"

using namespace tsg;
using namespace tsg::web;
using Catch::Matchers::Contains;
using namespace std::chrono_literals;

namespace {

using Clock = RawClient::Clock;
using Milliseconds = std::chrono::milliseconds;

// Generous: the machine may be busy with other tests. docs/server.md has what was measured.
constexpr Milliseconds longest_wait = 2s;

std::string get(const std::string& host, const std::string& target, const std::string& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n";
}

unsigned status_of(std::uint16_t port, const std::string& bytes) {
  RawClient client(port);
  client.send(bytes);
  return client.receive().status;
}

// Another reader, who asks all the while and remembers the longest wait.
class Reader {
 public:
  explicit Reader(const LiveServer& server) : server_(server), thread_([this] { read(); }) {}
  ~Reader() { finish(); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  Milliseconds finish() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
    return longest_;
  }
  int answers() const { return answers_; }
  int failures() const { return failures_; }

 private:
  void read() {
    while (!done_ && answers_ < 20000) {
      const Clock::time_point begun = Clock::now();
      const bool good = answered();
      longest_ = std::max(longest_, std::chrono::duration_cast<Milliseconds>(Clock::now() - begun));
      ++(good ? answers_ : failures_);
      std::this_thread::sleep_for(2ms);
    }
  }

  bool answered() const {
    try {
      return status_of(server_.port(), get(server_.host(), "/", "Connection: close\r\n")) == 200;
    } catch (const std::exception&) {
      return false;
    }
  }

  const LiveServer& server_;
  std::atomic<bool> done_ = false;
  std::atomic<int> answers_ = 0;
  std::atomic<int> failures_ = 0;
  Milliseconds longest_ = 0ms;
  std::thread thread_;
};

void say(const std::string& what, const Reader& reader, Milliseconds longest) {
  WARN(what << ": another reader had " << reader.answers() << " answers, the slowest after "
            << longest.count() << " ms");
}

std::size_t resident_bytes() {
  std::ifstream status("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  status >> total >> resident;
  return resident * 4096;
}

ServerOptions options() {
  ServerOptions made;
  made.posts = Posts::Accepted;
  return made;
}

// Sends `piece` until the server has had enough; gives its answer, and how many bytes it took.
struct Endless {
  unsigned status = 0;
  std::size_t bytes = 0;
};
Endless send_endlessly(std::uint16_t port, const std::string& opening, const std::string& piece,
                       std::size_t most) {
  RawClient client(port);
  Endless sent = {.bytes = opening.size()};
  bool taken = client.send(opening);
  while (taken && sent.bytes < most) {
    taken = client.send(piece, 2s);
    sent.bytes += piece.size();
  }
  sent.status = client.receive(false, 2s).status;
  return sent;
}

struct Abuse {
  std::string name = {};
  std::string bytes = {};
  std::vector<unsigned> allowed = {};  // 0: the connection is closed without a word
};

std::vector<Abuse> abuses(const std::string& host) {
  const std::string line = "GET / HTTP/1.1\r\nHost: " + host + "\r\n";
  const std::string post = "POST / HTTP/1.1\r\nHost: " + host + "\r\n";
  std::string many_headers = line;
  for (int i = 0; i < 200000; ++i) many_headers += "A: b\r\n";
  return {
      {"a header line of 20 MB", line + "A: " + std::string(20U << 20U, 'a') + "\r\n\r\n", {431, 0}},
      {"200,000 headers", many_headers + "\r\n", {431, 0}},
      {"101 headers", line + many_headers.substr(line.size(), 600) + "\r\n", {431}},
      {"a target of 10 MB", "GET /" + std::string(10U << 20U, 'a') + " HTTP/1.1\r\n\r\n", {431, 0}},
      {"a target of 5 KB", get(host, "/" + std::string(5000, 'a')), {414}},
      {"a method without end", std::string(1U << 20U, 'G'), {400, 431, 0}},
      {"two Content-Lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", {400}},
      {"two equal Content-Lengths", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc", {400}},
      {"a list of Content-Lengths", post + "Content-Length: 3, 3\r\n\r\nabc", {400}},
      {"a negative Content-Length", post + "Content-Length: -1\r\n\r\n", {400}},
      {"a signed Content-Length", post + "Content-Length: +3\r\n\r\nabc", {400}},
      {"a Content-Length over 64 bits", post + "Content-Length: 99999999999999999999\r\n\r\n", {400, 413}},
      {"a Content-Length over the limit", post + "Content-Length: 1048577\r\n\r\n", {413}},
      {"chunked and a length",
       post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
       {400}},
      {"a length and chunked",
       post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       {400}},
      {"chunked", post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", {411}},
      {"a chunk of -2 bytes", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffe\r\n", {411}},
      {"chunked, misspelt", post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", {400, 411}},
      {"chunked on a GET", line + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {411}},
      {"a GET with a body", line + "Content-Length: 3\r\n\r\nabc", {400}},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", {400}},
      {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", {421}},
      {"two Hosts", line + "Host: evil.example\r\n\r\n", {400}},
      {"another Host", "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", {421}},
      {"this Host at another port", "GET / HTTP/1.1\r\nHost: localhost:1\r\n\r\n", {421}},
      {"a target with another host",
       "GET http://evil.example/ HTTP/1.1\r\nHost: " + host + "\r\n\r\n",
       {400}},
      {"HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", {400}},
      {"HTTP/0.9", "GET /\r\n\r\n", {400, 505}},
      {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: " + host + "\r\n\r\n", {400, 505}},
      {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400, 505}},
      {"a TLS greeting", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), {400}},
      {"a NUL in the target",
       "GET /a" + std::string(1, '\0') + "b HTTP/1.1\r\n" + line.substr(16) + "\r\n",
       {400}},
      {"a NUL in a header", line + "A: b" + std::string(1, '\0') + "c\r\n\r\n", {400}},
      {"a CR alone in a header", line + "A: b\rc\r\n\r\n", {400}},
      {"a blank before a colon", line + "A : b\r\n\r\n", {400}},
      {"a header without a name", line + ": b\r\n\r\n", {400}},
      {"a method that is not used", "PATCH / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", {405}},
      {"CONNECT", "CONNECT a:1 HTTP/1.1\r\nHost: " + host + "\r\n\r\n", {405}},
      {"a POST from elsewhere", post + "Origin: http://evil.example\r\nContent-Length: 0\r\n\r\n", {403}},
      {"an Expect that nobody meets", post + "Expect: miracles\r\nContent-Length: 3\r\n\r\nabc", {417}},
      {"bytes that are no request", std::string(3000, '\xff') + "\r\n\r\n", {400}},
  };
}

}  // namespace

TEST_CASE("each abuse of HTTP is refused, and another reader does not notice") {
  const LiveServer server(echo, options());
  // What a client sends in a test is made before, so that it does not count as the server's.
  const std::vector<Abuse> all = abuses(server.host());
  CHECK(status_of(server.port(), get(server.host(), "/")) == 200);
  const std::size_t before = resident_bytes();
  Reader reader(server);
  for (const Abuse& abuse : all) {
    CAPTURE(abuse.name);
    const unsigned status = status_of(server.port(), abuse.bytes);
    CAPTURE(status);
    CHECK(std::count(abuse.allowed.begin(), abuse.allowed.end(), status) == 1);
  }
  const std::string post = "POST / HTTP/1.1\r\nHost: " + server.host() + "\r\n";
  const std::string piece(64U << 10U, 'x');
  const Endless body =
      send_endlessly(server.port(), post + "Content-Length: 999999999\r\n\r\n", piece, 64U << 20U);
  CHECK((body.status == 413 || body.status == 0));
  CHECK(body.bytes < (16U << 20U));
  const Endless chunked = send_endlessly(server.port(), post + "Transfer-Encoding: chunked\r\n\r\n",
                                         "5\r\nabcde\r\n", 64U << 20U);
  CHECK((chunked.status == 411 || chunked.status == 0));
  CHECK(chunked.bytes < (16U << 20U));
  const std::size_t after = resident_bytes();
  const Milliseconds longest = reader.finish();
  say("abuse of HTTP", reader, longest);
  WARN("resident memory grew by " << (after > before ? (after - before) >> 10U : 0) << " KB");
  CHECK(reader.failures() == 0);
  CHECK(longest < longest_wait);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  CHECK(after < before + (16U << 20U));
#endif
}

TEST_CASE("64 slow and endless requests keep nobody waiting, and end") {
  ServerOptions quick = options();
  quick.times.request = 700ms;
  quick.times.idle = 700ms;
  quick.times.write = 700ms;
  MemorySite site;
  site.replace({{"/index.html", make_page(std::string(8U << 20U, 'x'))}});
  const LiveServer server(
      [&](const Request& asked) { return asked.raw_target == "/" ? echo(asked) : site(asked); }, quick);
  Reader reader(server);
  const std::string line = "GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n";
  std::deque<RawClient> clients;
  for (int i = 0; i < 64; ++i) {
    RawClient& client = clients.emplace_back(server.port(), 4096);
    if (i % 4 == 1) client.send(line + "A: ");
    if (i % 4 == 2)
      client.send("POST / HTTP/1.1\r\nHost: " + server.host() + "\r\nContent-Length: 1000000\r\n\r\n");
    if (i % 4 == 3) client.send(get(server.host(), "/index.html"));  // and never reads it
  }
  // A byte each, again and again, which must not move the deadline on.
  const Clock::time_point begun = Clock::now();
  int sent = 0;
  while (Clock::now() < begun + 3s) {
    for (std::size_t i = 0; i < clients.size(); ++i) sent += i % 4 != 3 && clients[i].send("a", 5ms);
    std::this_thread::sleep_for(20ms);
  }
  CHECK(sent > 64);
  int ended = 0;
  for (RawClient& client : clients) ended += client.ended(1s);
  const Milliseconds longest = reader.finish();
  say("64 slow requests", reader, longest);
  CHECK(ended == 64);
  CHECK(reader.failures() == 0);
  CHECK(longest < longest_wait);
}

TEST_CASE("more connections than there may be drop those that waited longest") {
  const LiveServer server(echo, options());
  std::deque<RawClient> clients;
  for (std::size_t i = 0; i < limits::connections + 40; ++i)
    clients.emplace_back(server.port()).send("GET /");
  CHECK(status_of(server.port(), get(server.host(), "/")) == 200);
  int ended = 0;
  // Two threads may take neighbours' first bytes in another order than they were sent.
  constexpr std::size_t neighbours = 8;
  for (std::size_t i = 0; i < 40 + neighbours && ended < 40; ++i)
    ended += clients[i].ended(i < 40 ? 2s : 200ms);
  CHECK(ended == 40);
  clients.back().send("late HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n");
  CHECK(clients.back().receive().body == "GET /late ");
}

#ifndef __SANITIZE_ADDRESS__  // UBSan's own look at an object's type needs two descriptors, and finds fault
                              // without them
TEST_CASE("a machine without descriptors left serves one after the other") {
  Result<Server> result = Server::listen(Loopback::V4, 0, echo, {});
  Server server = std::move(result).value();
  const std::string host = "127.0.0.1:" + std::to_string(server.port());
  std::deque<RawClient> clients;
  for (int i = 0; i < 20; ++i) clients.emplace_back(server.port()).send(get(host, "/"));
  rlimit before = {};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit few = {static_cast<rlim_t>(clients.back().number()) + 3, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  std::thread runner([&] { server.run(1); });
  int answered = 0;
  for (RawClient& client : clients) answered += client.receive().body == "GET / ";
  CHECK(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  server.stop();
  runner.join();
  CHECK(answered == 20);
}
#endif

TEST_CASE("clients that leave early leave nothing behind") {
  const LiveServer server([](const Request&) { return Response{.body = std::string(1U << 20U, 'x')}; },
                          options());
  for (int i = 0; i < 200; ++i) {
    RawClient client(server.port());
    const std::string bytes = get(server.host(), "/");
    client.send(bytes.substr(0, i % 3 == 0 ? bytes.size() : bytes.size() / 2));
    const linger reset = {1, 0};
    if (i % 2 == 0) ::setsockopt(client.number(), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  }
  CHECK(status_of(server.port(), get(server.host(), "/")) == 200);
}

TEST_CASE("more than may be on its way at once is refused") {
  const LiveServer server([](const Request&) { return Response{.body = std::string(10U << 20U, 'x')}; },
                          options());
  std::deque<RawClient> readers;
  unsigned refused = 0;
  for (int i = 0; i < 8; ++i) readers.emplace_back(server.port(), 4096).send(get(server.host(), "/"));
  for (RawClient& reader : readers) refused += reader.receive().status == 503;
  CHECK(refused >= 1);
  CHECK(refused <= 2);
}

TEST_CASE("no path leads out of a folder that is served") {
  const ServedFolder folder;
  const LiveServer server(FolderHandler::open(folder.path()).value());
  CHECK(status_of(server.port(), get(server.host(), "/")) == 200);
  Reader reader(server);
  std::vector<std::string> targets;
  for (const std::string& path : folder.forbidden()) targets.push_back(encode_path(path));
  for (const PathAttack& attack : refused_targets()) targets.push_back(attack.target);
  for (const std::string& target : targets) {
    CAPTURE(target);
    RawClient client(server.port());
    client.send(get(server.host(), target, "Connection: close\r\n"));
    const std::string answer = client.receive_until("");
    // A blank in a target ends it: what follows is no version.
    CHECK_THAT(answer, Catch::StartsWith("HTTP/1.1 4") || Catch::StartsWith("HTTP/1.1 505"));
    CHECK_THAT(answer, !Contains(secret) && !Contains("root:"));
  }
  CHECK(targets.size() >= 100);
  const Milliseconds longest = reader.finish();
  say(std::to_string(targets.size()) + " path attacks", reader, longest);
  CHECK(reader.failures() == 0);
  CHECK(longest < longest_wait);
}
