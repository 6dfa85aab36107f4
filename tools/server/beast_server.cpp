// SPDX-License-Identifier: MIT
// The one file that sees boost: sockets, deadlines and the reading of requests. What a request may be is
// decided in request_gate.h, what a response looks like in response_head.h.
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <charconv>
#include <ctime>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "engine/text/ascii.h"
#include "tools/server/connection_list.h"
#include "tools/server/event_frame.h"
#include "tools/server/http_date.h"
#include "tools/server/response_head.h"
#include "tools/server/server.h"

namespace tsg::web {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Parser = http::request_parser<http::string_body>;

// What all connections of a server share.
struct Commons {
  EventStream events;
  Handler handler = {};
  ServerOptions options = {};
  Gate gate = {};
  ConnectionList connections = ConnectionList(limits::connections);
  std::atomic<std::size_t> pending_bytes = 0;
};

// The body of a response on its way, counted as long as it is.
class Outgoing {
 public:
  Outgoing(Commons& commons, std::string head, Body body)
      : commons_(commons), head_(std::move(head)), body_(std::move(body)) {
    if (std::holds_alternative<std::string>(body_)) counted_ = bytes_of(body_).size();
    commons_.pending_bytes += counted_;
  }
  ~Outgoing() { commons_.pending_bytes -= counted_; }
  Outgoing(const Outgoing&) = delete;
  Outgoing& operator=(const Outgoing&) = delete;

  std::array<asio::const_buffer, 2> buffers() const {
    const std::string_view body = bytes_of(body_);
    return {asio::buffer(head_), asio::buffer(body.data(), body.size())};
  }

 private:
  Commons& commons_;
  std::string head_;
  Body body_;
  std::size_t counted_ = 0;
};

// Whether the peer spoke, but not HTTP; else it went away, and nothing can be said to it.
bool wrong_http(error_code error) {
  return error.category() == make_error_code(http::error::bad_target).category() &&
         error != http::error::end_of_stream && error != http::error::partial_message;
}

Response refusal_of(error_code error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return text_response(431, "the headers are too large");
  }
  if (error == http::error::body_limit) return text_response(413, "the body is too large");
  if (error == http::error::bad_version) return text_response(505, "speak HTTP/1.1");
  return text_response(400, "this is not a request of HTTP/1.1");
}

RequestHead head_of(const Parser& parser) {
  const auto& message = parser.get();
  RequestHead head = {.method = std::string(message.method_string()),
                      .target = std::string(message.target()),
                      .version = message.version()};
  for (const auto& field : message) {
    if (head.headers.size() > limits::header_count) break;
    head.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  return head;
}

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stop != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> last_seen(const Request& request) {
  if (const std::string* const id = find_header(request.headers, "Last-Event-ID")) return number_of(*id);
  for (const auto& [name, value] : request.query) {
    if (name == "since") return number_of(value);
  }
  return std::nullopt;
}

std::string address_of(const tcp::socket& socket) {
  error_code error;
  const tcp::endpoint peer = socket.remote_endpoint(error);
  return error ? "" : fmt::format("{}:{}", peer.address().to_string(), peer.port());
}

// One client. All of it runs in the strand of its socket, one step after the other; each step begins the next
// one or closes. A deadline runs whenever the client is waited for.
class Connection : public OpenConnection, public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, Commons& commons)
      : socket_(std::move(socket)),
        deadline_(socket_.get_executor()),
        heartbeat_(socket_.get_executor()),
        commons_(commons),
        peer_(address_of(socket_)) {}

  void start() {
    asio::post(socket_.get_executor(), [self = shared_from_this()] { self->await_request(); });
  }

  void leave() override {
    asio::post(socket_.get_executor(), [self = shared_from_this()] { self->close(); });
  }

 private:
  static constexpr std::size_t first_read_bytes = 4096;
  static constexpr std::size_t buffered_bytes = 2 * limits::header_block_bytes;

  void await_request() {
    if (buffer_.size() > 0) return read_head();
    wait(commons_.options.times.idle);
    socket_.async_read_some(buffer_.prepare(first_read_bytes),
                            [self = shared_from_this()](error_code error, std::size_t size) {
                              if (error) return self->close();
                              self->buffer_.commit(size);
                              self->read_head();
                            });
  }

  void read_head() {
    wait(commons_.options.times.request);
    parser_.emplace();
    parser_->header_limit(limits::header_block_bytes);
    parser_->body_limit(limits::body_bytes);
    http::async_read_header(
        socket_, buffer_, *parser_,
        [self = shared_from_this()](error_code error, std::size_t size) { self->take_head(error, size); });
  }

  void take_head(error_code error, std::size_t size) {
    // The parser holds the request line and the headers to the limit each, not together.
    if (!error && size > limits::header_block_bytes) error = http::error::header_limit;
    if (error) return give_up(error);
    auto decision = admit(head_of(*parser_), commons_.gate);
    if (auto* refusal = std::get_if<Response>(&decision)) return refuse(std::move(*refusal));
    request_ = std::get<Admitted>(std::move(decision)).request;
    request_.peer = peer_;
    const std::string* const expected = find_header(request_.headers, "Expect");
    if (!expected) return read_body();
    if (!equal_ignoring_case(*expected, "100-continue")) return refuse(text_response(417, "expect nothing"));
    invite_body();
  }

  void invite_body() {
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(socket_, asio::buffer(go_on.data(), go_on.size()),
                      [self = shared_from_this()](error_code error, std::size_t) {
                        return error ? self->close() : self->read_body();
                      });
  }

  void read_body() {
    http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](error_code error, auto) {
      if (error) return self->give_up(error);
      self->request_.body = std::move(self->parser_->get().body());
      self->answer();
    });
  }

  void give_up(error_code error) { return wrong_http(error) ? refuse(refusal_of(error)) : close(); }

  void refuse(Response response) {
    request_.method = parser_->get().method() == http::verb::head ? Method::Head : Method::Get;
    respond(std::move(response), Persistence::Close);
  }

  void answer() {
    wait_for_nobody();
    if (request_.path == commons_.options.events_path) return answer_events();
    const bool stays = parser_->get().keep_alive() && parser_->get().version() == 11;
    respond(ask_handler(), stays ? Persistence::KeepAlive : Persistence::Close);
  }

  // One request that fails must not end the server.
  Response ask_handler() {
    try {
      return commons_.handler(request_);
    } catch (const std::exception&) {
      return text_response(500, "the server failed at this request");
    }
  }

  HeadForm form(Framing framing, Persistence persistence, std::string_view date) const {
    return {framing, persistence, commons_.options.content_security_policy, date};
  }

  void respond(Response response, Persistence persistence) {
    const bool own = std::holds_alternative<std::string>(response.body);
    const std::size_t pending = commons_.pending_bytes + (own ? bytes_of(response.body).size() : 0);
    if (pending > limits::pending_response_bytes) response = text_response(503, "too much is being sent");
    std::string head =
        response_head(response, form(Framing::Length, persistence, http_date(std::time(nullptr))));
    const bool bare = request_.method == Method::Head || !has_body(response.status);
    send(std::move(head), bare ? Body() : std::move(response.body), [persistence](Connection& self) {
      return persistence == Persistence::Close ? self.say_farewell() : self.await_request();
    });
  }

  template <typename Next>
  void send(std::string head, Body body, Next next) {
    wait(commons_.options.times.write);
    outgoing_.emplace(commons_, std::move(head), std::move(body));
    asio::async_write(socket_, outgoing_->buffers(),
                      [self = shared_from_this(), next](error_code error, std::size_t) {
                        self->outgoing_.reset();
                        return error ? self->close() : next(*self);
                      });
  }

  // A socket that is closed with bytes unread resets, and takes from the client the answer it has not read.
  void say_farewell() {
    error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    wait(commons_.options.times.farewell);
    buffer_.clear();
    discard(limits::discarded_bytes);
  }

  void discard(std::size_t most) {
    socket_.async_read_some(buffer_.prepare(first_read_bytes),
                            [self = shared_from_this(), most](error_code error, std::size_t size) {
                              return error || size >= most ? self->close() : self->discard(most - size);
                            });
  }

  void answer_events() {
    if (request_.method != Method::Get)
      return respond(text_response(405, "events are read"), Persistence::Close);
    queue_ = commons_.events.subscribe(last_seen(request_), [weak = weak_from_this()] {
      const auto self = weak.lock();
      if (self) asio::post(self->socket_.get_executor(), [self] { self->send_events(); });
    });
    if (!queue_) return respond(text_response(503, "too many listen already"), Persistence::Close);
    const Response response = {.content_type = "text/event-stream"};
    busy_ = true;
    watch_departure();
    send(response_head(response, form(Framing::Stream, Persistence::Close, http_date(std::time(nullptr)))),
         event_preamble(), [](Connection& self) { self.await_events(); });
  }

  // A listener has nothing to say: what comes is its end, or one that is no listener.
  void watch_departure() {
    buffer_.clear();
    socket_.async_read_some(buffer_.prepare(1),
                            [self = shared_from_this()](error_code, std::size_t) { self->close(); });
  }

  void await_events() {
    busy_ = false;
    wait_for_nobody();
    heartbeat_.expires_after(commons_.options.times.heartbeat);
    heartbeat_.async_wait([weak = weak_from_this()](error_code error) {
      const auto self = weak.lock();
      if (self && !error) self->send_event(heartbeat_frame());
    });
    send_events();
  }

  void send_events() {
    if (!queue_ || busy_) return;
    if (queue_->overflowed()) return close();
    if (const EventBytes frame = queue_->take()) send_event(*frame);
  }

  void send_event(std::string_view frame) {
    if (!queue_ || busy_) return;
    busy_ = true;
    send(std::string(frame), Body(), [](Connection& self) { self.await_events(); });
  }

  void wait(std::chrono::milliseconds longest) {
    wait_from(Clock::now());
    deadline_.expires_after(longest);
    deadline_.async_wait([weak = weak_from_this()](error_code error) {
      const auto self = weak.lock();
      // The deadline may have moved on after this call was queued.
      if (self && !error && self->deadline_.expiry() <= Clock::now()) self->close();
    });
  }

  void wait_for_nobody() {
    wait_no_more();
    deadline_.expires_at(Clock::time_point::max());
  }

  void close() {
    error_code ignored;
    socket_.close(ignored);
    deadline_.cancel();
    heartbeat_.cancel();
    queue_.reset();
  }

  tcp::socket socket_;
  asio::steady_timer deadline_;
  asio::steady_timer heartbeat_;
  Commons& commons_;
  std::string peer_;
  boost::beast::flat_buffer buffer_ = boost::beast::flat_buffer(buffered_bytes);
  std::optional<Parser> parser_ = {};
  Request request_ = {};
  std::optional<Outgoing> outgoing_ = {};
  std::shared_ptr<EventQueue> queue_ = {};
  bool busy_ = false;  // a listener is being written to
};

HostError listen_error(error_code error, std::uint16_t port) {
  if (error == asio::error::address_in_use) {
    return {fmt::format("port {} is taken", port), "use `--port 0` for any free one"};
  }
  if (error == asio::error::access_denied) {
    return {fmt::format("port {} is not for everyone", port), "use one over 1023"};
  }
  return {fmt::format("cannot listen at port {}: {}", port, error.message()), ""};
}

tcp::endpoint endpoint_of(Loopback loopback, std::uint16_t port) {
  if (loopback == Loopback::V6) return {asio::ip::address_v6::loopback(), port};
  return {asio::ip::address_v4::loopback(), port};
}

}  // namespace

class Server::Machinery {
 public:
  Machinery(Handler handler, ServerOptions options)
      : commons_{.events = EventStream(options.first_event_id),
                 .handler = std::move(handler),
                 .options = std::move(options)} {}

  error_code open(const tcp::endpoint& endpoint) {
    error_code error;
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(tcp::acceptor::max_listen_connections, error);
    if (!error) commons_.gate = {acceptor_.local_endpoint(error).port(), commons_.options.posts};
    return error;
  }

  std::string url() const {
    const bool v6 = acceptor_.local_endpoint().protocol() == tcp::v6();
    return fmt::format("http://{}:{}/", v6 ? "[::1]" : "127.0.0.1", port());
  }
  std::uint16_t port() const { return commons_.gate.port; }
  EventStream& events() { return commons_.events; }
  void stop() { context_.stop(); }

  void run(unsigned threads) {
    accept();
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

  void accept() {
    acceptor_.async_accept(asio::make_strand(context_), [this](error_code error, tcp::socket socket) {
      if (error) return accept_later();
      welcome(std::move(socket));
      accept();
    });
  }

  void welcome(tcp::socket socket) {
    try {
      error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      const auto connection = std::make_shared<Connection>(std::move(socket), commons_);
      if (commons_.connections.admit(connection)) connection->start();
    } catch (const std::bad_alloc&) {
      // The client is turned away, and accepting goes on.
    }
  }

  // No descriptor is left: after a while, in which those that are being answered go, one that waits must.
  void accept_later() {
    pause_.expires_after(std::chrono::milliseconds(50));
    pause_.async_wait([this](error_code error) {
      if (error) return;
      commons_.connections.drop_longest_waiting();
      accept();
    });
  }

  Commons commons_;  // outlives the connections, which the context holds
  asio::io_context context_ = asio::io_context();
  tcp::acceptor acceptor_ = tcp::acceptor(context_);
  asio::steady_timer pause_ = asio::steady_timer(context_);
};

Server::Server(std::unique_ptr<Machinery> machinery) : machinery_(std::move(machinery)) {}
Server::Server(Server&& other) noexcept = default;
Server& Server::operator=(Server&& other) noexcept = default;
Server::~Server() = default;

Result<Server> Server::listen(Loopback loopback, std::uint16_t port, Handler handler, ServerOptions options) {
  auto machinery = std::make_unique<Machinery>(std::move(handler), std::move(options));
  const error_code error = machinery->open(endpoint_of(loopback, port));
  if (error) return listen_error(error, port);
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
void Server::run(unsigned threads) {
  machinery_->run(threads);
}
void Server::stop() {
  machinery_->stop();
}

}  // namespace tsg::web
