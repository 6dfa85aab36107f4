// SPDX-License-Identifier: MIT
// Listening, accepting and ending, with boost. What happens on a connection is in connection.h.
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "tools/server/commons.h"
#include "tools/server/connection.h"
#include "tools/server/descriptor_limit.h"
#include "tools/server/server.h"

namespace tsg::web {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Clock = OpenConnection::Clock;
using Milliseconds = std::chrono::milliseconds;

// Deadlines that are as near to each other are looked at together.
constexpr Milliseconds deadline_grain{5};
constexpr Milliseconds finish_grain{10};

HostError listen_error(error_code error, const tcp::endpoint& endpoint) {
  const std::uint16_t port = endpoint.port();
  if (error == asio::error::address_in_use) {
    return {fmt::format("port {} is taken", port), "use `--port 0` for any free one"};
  }
  if (error == asio::error::access_denied) {
    return {fmt::format("port {} is not for everyone", port), "use one over 1023"};
  }
  if (error == error_code(EADDRNOTAVAIL, boost::system::system_category())) {
    return {fmt::format("no interface of this machine has the address {}", endpoint.address().to_string()),
            "`0.0.0.0` is all of them"};
  }
  return {fmt::format("cannot listen at port {}: {}", port, error.message()), ""};
}

asio::ip::address loopback_address(Loopback loopback) {
  if (loopback == Loopback::V6) return asio::ip::address_v6::loopback();
  return asio::ip::address_v4::loopback();
}

Result<tcp::endpoint> endpoint_of(Loopback loopback, std::uint16_t port, const ServerOptions& options) {
  if (options.address.empty()) return tcp::endpoint(loopback_address(loopback), port);
  error_code error;
  const asio::ip::address address = asio::ip::make_address(options.address, error);
  if (error) {
    return HostError{fmt::format("`{}` is no address", options.address),
                     "name one of this machine, such as `0.0.0.0`, `::` or `192.0.2.7`"};
  }
  return tcp::endpoint(address, port);
}

std::optional<HostError> fault_of_hosts(const asio::ip::address& address, const ServerOptions& options) {
  if (options.hosts.empty() && !address.is_loopback()) {
    return HostError{fmt::format("at {} others can reach this server, and no Host is named", options.address),
                     "name each Host that browsers use, such as `help.contoso.com:8443`"};
  }
  const auto wrong = std::find_if_not(options.hosts.begin(), options.hosts.end(),
                                      [](const std::string& each) { return valid_host(each); });
  if (wrong == options.hosts.end()) return std::nullopt;
  return HostError{
      fmt::format("`{}` is no Host", *wrong),
      "write it as browsers send it: `help.contoso.com` or `help.contoso.com:8443`, in lower case"};
}

std::size_t allowed_connections(std::size_t wanted) {
  const std::size_t descriptors = allow_descriptors(wanted + limits::reserved_descriptors);
  if (descriptors >= wanted + limits::reserved_descriptors) return wanted;
  return descriptors > 2 * limits::reserved_descriptors ? descriptors - limits::reserved_descriptors
                                                        : std::max<std::size_t>(descriptors / 2, 1);
}

// glibc's malloc keeps what is freed of blocks as large as it has seen freed before: with uploads memory
// would grow to a multiple of what is received at once. Blocks from this size on go back to the kernel.
void give_back_large_blocks(const ServerOptions& options) {
  constexpr int returned_bytes = 256 << 10;
  if (options.body_bytes > limits::body_bytes) ::mallopt(M_MMAP_THRESHOLD, returned_bytes);
}

}  // namespace

class Server::Machinery {
 public:
  Machinery(Handler handler, ServerOptions options, std::size_t most)
      : commons_(std::move(handler), std::move(options), most,
                 [this] { asio::post(strand_, [this] { set_alarm(); }); }) {}

  error_code open(const tcp::endpoint& endpoint) {
    error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && endpoint.address().is_v6()) allow_ipv4(endpoint.address());
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    if (!error) local_ = acceptor_.local_endpoint(error);
    const ServerOptions& options = commons_.options;
    commons_.gate = {local_.port(), options.posts, options.hosts, options.scheme, options.body_bytes};
    return error;
  }

  std::string url() const {
    const ServerOptions& options = commons_.options;
    const std::string_view scheme = options.scheme == Scheme::Https ? "https" : "http";
    if (!options.hosts.empty()) return fmt::format("{}://{}/", scheme, options.hosts.front());
    return fmt::format("http://{}:{}/", local_.protocol() == tcp::v6() ? "[::1]" : "127.0.0.1", port());
  }
  std::uint16_t port() const { return local_.port(); }
  EventStream& events() { return commons_.events; }
  std::size_t connection_limit() const { return commons_.connections.most(); }
  ServerFigures figures() const {
    ServerFigures figures = commons_.counters.figures();
    figures.connections_open = commons_.connections.size();
    figures.connections_limit = commons_.connections.most();
    return figures;
  }

  void stop() { context_.stop(); }

  void stop_gracefully(Milliseconds deadline) {
    asio::post(strand_, [this, end = Clock::now() + deadline] { finish(end); });
  }

  void run(unsigned threads) {
    asio::post(strand_, [this] { accept(); });
    std::vector<std::thread> others;
    try {
      while (others.size() + 1 < threads) others.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      // The machine gives no more threads: fewer serve as well.
    }
    work();
    for (std::thread& each : others) each.join();
  }

 private:
  // Without memory for a step its connection ends; the others go on.
  void work() {
    while (true) {
      try {
        context_.run();
        return;
      } catch (const std::bad_alloc&) {
      }
    }
  }

  // `::` is every address of either kind, whatever the machine's own choice is.
  void allow_ipv4(const asio::ip::address& address) {
    error_code ignored;
    if (address.is_unspecified()) acceptor_.set_option(asio::ip::v6_only(false), ignored);
  }

  void accept() {
    if (commons_.finishing) return;
    acceptor_.async_accept(asio::make_strand(context_), [this](error_code error, tcp::socket socket) {
      if (commons_.finishing) return;
      if (error) return accept_later();
      welcome(std::move(socket));
      accept();
    });
  }

  void welcome(tcp::socket socket) {
    try {
      error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      commons_.counters.count_connection();
      const auto connection = std::make_shared<Connection>(std::move(socket), commons_);
      if (commons_.connections.admit(connection)) return connection->start();
      commons_.counters.count_refusal(RefusalReason::TurnedAway);
    } catch (const std::bad_alloc&) {
      // The client is turned away, and accepting goes on.
    }
  }

  // No descriptor is left: after a while, in which those that are being answered go, one that waits must.
  void accept_later() {
    pause_.expires_after(Milliseconds(50));
    pause_.async_wait([this](error_code error) {
      if (error) return;
      commons_.connections.drop_longest_waiting();
      accept();
    });
  }

  void set_alarm() {
    const Clock::time_point next = commons_.connections.next_deadline();
    if (next == Clock::time_point::max()) return;
    alarm_.expires_at(next + deadline_grain);
    try {
      alarm_.async_wait([this](error_code error) {
        if (!error) ring();
      });
    } catch (const std::bad_alloc&) {
      commons_.connections.disarm();
    }
  }

  void ring() {
    try {
      commons_.connections.expire_overdue(Clock::now());
    } catch (const std::bad_alloc&) {
      // Those that are left are overdue at the next look as well.
    }
    set_alarm();
  }

  void finish(Clock::time_point end) {
    commons_.finishing = true;
    error_code ignored;
    acceptor_.close(ignored);
    pause_.cancel();
    commons_.connections.finish_all();
    await_last(end);
  }

  void await_last(Clock::time_point end) {
    const Clock::time_point now = Clock::now();
    if (commons_.connections.size() == 0 || now >= end) return context_.stop();
    finished_.expires_at(std::min(now + finish_grain, end));
    finished_.async_wait([this, end](error_code error) {
      if (!error) await_last(end);
    });
  }

  Commons commons_;  // outlives the connections, which the context holds
  asio::io_context context_ = asio::io_context();
  asio::strand<asio::io_context::executor_type> strand_ = asio::make_strand(context_);
  tcp::acceptor acceptor_ = tcp::acceptor(strand_);
  asio::steady_timer pause_ = asio::steady_timer(strand_);
  asio::steady_timer alarm_ = asio::steady_timer(strand_);
  asio::steady_timer finished_ = asio::steady_timer(strand_);
  tcp::endpoint local_ = {};
};

Server::Server(std::unique_ptr<Machinery> machinery) : machinery_(std::move(machinery)) {}
Server::Server(Server&& other) noexcept = default;
Server& Server::operator=(Server&& other) noexcept = default;
Server::~Server() = default;

Result<Server> Server::listen(Loopback loopback, std::uint16_t port, Handler handler, ServerOptions options) {
  const Result<tcp::endpoint> endpoint = endpoint_of(loopback, port, options);
  if (!endpoint.ok()) return endpoint.error();
  if (auto fault = fault_of_hosts(endpoint.value().address(), options)) return *std::move(fault);
  options.received_body_bytes = std::max(options.received_body_bytes, options.body_bytes);
  give_back_large_blocks(options);
  const std::size_t most = allowed_connections(options.connections);
  auto machinery = std::make_unique<Machinery>(std::move(handler), std::move(options), most);
  const error_code error = machinery->open(endpoint.value());
  if (error) return listen_error(error, endpoint.value());
  return Server(std::move(machinery));
}

std::uint16_t Server::port() const {
  return machinery_->port();
}
std::string Server::url() const {
  return machinery_->url();
}
EventStream& Server::events() {
  return machinery_->events();
}
std::size_t Server::connection_limit() const {
  return machinery_->connection_limit();
}
ServerFigures Server::figures() const {
  return machinery_->figures();
}
void Server::run(unsigned threads) {
  machinery_->run(threads);
}
void Server::stop() {
  machinery_->stop();
}
void Server::stop_gracefully(std::chrono::milliseconds deadline) {
  machinery_->stop_gracefully(deadline);
}

}  // namespace tsg::web
