// SPDX-License-Identifier: MIT
// A server on a free port of 127.0.0.1 for one test, and what it answers.
#pragma once

#include <catch2/catch.hpp>

#include <string>
#include <thread>
#include <utility>

#include "tools/server/server.h"

namespace tsg::web {

class LiveServer {
 public:
  explicit LiveServer(Handler handler, ServerOptions options = {}, unsigned threads = 2)
      : server_(started(std::move(handler), std::move(options))),
        runner_([this, threads] { server_.run(threads); }) {}
  ~LiveServer() {
    server_.stop();
    runner_.join();
  }
  LiveServer(const LiveServer&) = delete;
  LiveServer& operator=(const LiveServer&) = delete;

  std::uint16_t port() const { return server_.port(); }
  std::string host() const { return "127.0.0.1:" + std::to_string(port()); }
  ServerFigures figures() const { return server_.figures(); }
  void stop_gracefully(std::chrono::milliseconds deadline) { server_.stop_gracefully(deadline); }
  EventStream& events() { return server_.events(); }

 private:
  static Server started(Handler handler, ServerOptions options) {
    Result<Server> server = Server::listen(Loopback::V4, 0, std::move(handler), std::move(options));
    REQUIRE(server.ok());
    return std::move(server).value();
  }

  Server server_;
  std::thread runner_;
};

// Says back what was asked.
inline Response echo(const Request& request) {
  const std::string_view methods[] = {"GET", "HEAD", "POST", "PUT", "DELETE"};
  return {.content_type = "text/plain; charset=utf-8",
          .body = std::string(methods[static_cast<std::size_t>(request.method)]) + ' ' + request.path + ' ' +
                  request.body};
}

}  // namespace tsg::web
