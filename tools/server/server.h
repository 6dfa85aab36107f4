// SPDX-License-Identifier: MIT
// A web server: HTTP/1.1 on the loopback interface, for a browser that may also show pages which would like
// to reach it; or at another address, for those who know its names. It knows no passwords and no encryption:
// who may ask is its handler's business there. docs/server.md says what it accepts.
//
//   Result<Server> server = Server::listen(Loopback::V4, 0, handler, {});
//   std::thread([&] { server.value().run(2); });
//   ... server.value().stop();
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/text/result.h"
#include "tools/server/event_stream.h"
#include "tools/server/request_gate.h"
#include "tools/server/response.h"
#include "tools/server/served.h"
#include "tools/server/server_figures.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

// The address it listens at unless the options name one.
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
  ServerTimes times = {};

  // "0.0.0.0", "::" (IPv4 too), or one of this machine's. Empty: the loopback address.
  std::string address = {};
  // What a Host must be, byte for byte: "help.contoso.com:8443" (authority.h). Empty: the names of loopback
  // with the port; an address that is not loopback needs some. The first one is in url().
  std::vector<std::string> hosts = {};
  Scheme scheme = Scheme::Http;
  std::size_t connections = limits::connections;
  std::size_t body_bytes =
      limits::body_bytes;  // more: malloc keeps no large blocks from then on, process-wide
  std::size_t received_body_bytes = limits::received_body_bytes;  // of all clients; at least body_bytes
  // Called after each response, refusals included, by the thread that sent it: must not wait.
  std::function<void(const Served&)> on_served = {};
};

class Server {
 public:
  // Takes the port (0: any free one) and queues connections from here on. `handler` is called by several
  // threads at once; an exception of it is answered with 500. Raises the process's soft limit of descriptors
  // to what the connections need.
  static Result<Server> listen(Loopback loopback, std::uint16_t port, Handler handler, ServerOptions options);
  Server(Server&& other) noexcept;
  Server& operator=(Server&& other) noexcept;
  // REQUIRES: run has returned, or was never called
  ~Server();

  std::uint16_t port() const;
  std::string url() const;  // "http://127.0.0.1:8700/"
  EventStream& events();
  // How many connections there may be: those of the options, or fewer when the process's hard limit of
  // descriptors does not allow them.
  std::size_t connection_limit() const;
  ServerFigures figures() const;

  // Serves with `threads` threads, this one among them, until stop. REQUIRES: threads > 0; called once
  void run(unsigned threads);
  // From any thread, and before `run` too: answers that are not sent yet are cut off, connections end.
  void stop();
  // From any thread, and before `run` too: no new connections; idle ones and listeners end at once, others
  // once their request is answered with `Connection: close`; what is left after `deadline` is cut off. `run`
  // then returns.
  void stop_gracefully(std::chrono::milliseconds deadline);

 private:
  class Machinery;
  explicit Server(std::unique_ptr<Machinery> machinery);

  std::unique_ptr<Machinery> machinery_;
};

}  // namespace tsg::web
