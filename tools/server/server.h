// SPDX-License-Identifier: MIT
// A web server for the people at this machine: HTTP/1.1 on the loopback interface, for a browser that may
// also show pages which would like to reach it. docs/server.md says what it accepts.
//
//   Result<Server> server = Server::listen(Loopback::V4, 0, handler, {});
//   std::thread([&] { server.value().run(2); });
//   ... server.value().stop();
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "engine/text/result.h"
#include "tools/server/event_stream.h"
#include "tools/server/request_gate.h"
#include "tools/server/response.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

// The addresses it can listen at. There is no other: it knows no passwords and no encryption.
enum class Loopback : std::uint8_t { V4, V6 };  // 127.0.0.1, ::1

struct ServerTimes {
  std::chrono::milliseconds request = limits::request_time;
  std::chrono::milliseconds idle = limits::idle_time;
  std::chrono::milliseconds write = limits::write_time;
  std::chrono::milliseconds farewell = limits::farewell_time;
  std::chrono::milliseconds heartbeat = limits::heartbeat_time;
};

struct ServerOptions {
  // Of every response that says no other.
  std::string content_security_policy =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
      "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  Posts posts = Posts::Refused;
  std::string events_path = "/events";  // empty: there is no event stream
  std::uint64_t first_event_id = 1;     // event_stream.h
  ServerTimes times = {};               // for tests
};

class Server {
 public:
  // Takes the port (0: any free one) and queues connections from here on. `handler` is called by several
  // threads at once; an exception of it is answered with 500.
  static Result<Server> listen(Loopback loopback, std::uint16_t port, Handler handler, ServerOptions options);
  Server(Server&& other) noexcept;
  Server& operator=(Server&& other) noexcept;
  // REQUIRES: run has returned, or was never called
  ~Server();

  std::uint16_t port() const;
  std::string url() const;  // "http://127.0.0.1:8700/"
  EventStream& events();

  // Serves with `threads` threads, this one among them, until stop. REQUIRES: threads > 0; called once
  void run(unsigned threads);
  // From any thread, and before `run` too: answers that are not sent yet are cut off, connections end.
  void stop();

 private:
  class Machinery;
  explicit Server(std::unique_ptr<Machinery> machinery);

  std::unique_ptr<Machinery> machinery_;
};

}  // namespace tsg::web
