// SPDX-License-Identifier: MIT
#include "tools/server/connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include <fmt/format.h>

#include <charconv>
#include <ctime>
#include <utility>

#include "engine/text/ascii.h"
#include "tools/server/event_frame.h"
#include "tools/server/http_date.h"

namespace tsg::web {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr std::size_t first_read_bytes = 4096;

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

// An IPv4 client is one at `::` as well.
asio::ip::address plain(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

std::string address_of(const tcp::socket& socket) {
  error_code error;
  const tcp::endpoint peer = socket.remote_endpoint(error);
  if (error) return "";
  const asio::ip::address address = plain(peer.address());
  const std::string text = address.to_string();
  return address.is_v6() ? fmt::format("[{}]:{}", text, peer.port())
                         : fmt::format("{}:{}", text, peer.port());
}

std::chrono::milliseconds upload_time(std::size_t bytes) {
  return std::chrono::milliseconds(bytes * 1000 / limits::upload_bytes_per_second);
}

std::string_view method_name(http::verb verb) {
  if (verb == http::verb::get) return "GET";
  if (verb == http::verb::head) return "HEAD";
  return verb == http::verb::post ? "POST" : "";
}

}  // namespace

std::array<asio::const_buffer, 2> Connection::Outgoing::buffers() const {
  const std::string_view bytes = bytes_of(body);
  return {asio::buffer(head), asio::buffer(bytes.data(), bytes.size())};
}

void Connection::Outgoing::clear() {
  head = std::string();
  body = Body();
  pending.reset();
}

Connection::Connection(tcp::socket socket, Commons& commons)
    : socket_(std::move(socket)), commons_(commons) {}

void Connection::start() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] { self->await_request(); });
}

void Connection::leave() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    self->commons_.counters.count_refusal(RefusalReason::Crowded);
    self->close();
  });
}

void Connection::expire() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    // The deadline may have moved on after this was queued.
    if (self->deadline_ > Clock::now() || !self->socket_.is_open()) return;
    if (self->phase_ == Phase::Busy) self->commons_.counters.count_refusal(RefusalReason::Overdue);
    self->close();
  });
}

void Connection::finish() {
  asio::post(socket_.get_executor(), [self = shared_from_this()] {
    error_code ignored;
    const bool silent = self->phase_ == Phase::Idle && self->socket_.available(ignored) == 0;
    if (self->listening_ || silent) self->close();
  });
}

void Connection::await_request() {
  if (exchange_ && exchange_->buffer.size() > 0) return begin();
  exchange_.reset();
  if (commons_.finishing) return close();
  phase_ = Phase::Idle;
  wait(commons_.options.times.idle);
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code error) {
    return error ? self->close() : self->begin();
  });
}

// What follows in the buffer of the last exchange belongs to this one.
void Connection::begin() {
  phase_ = Phase::Busy;
  auto next = std::make_unique<Exchange>();
  next->begun = Clock::now();
  next->peer = address_of(socket_);
  if (exchange_) next->buffer = std::move(exchange_->buffer);
  exchange_ = std::move(next);
  exchange_->buffer.reserve(first_read_bytes);
  read_head();
}

void Connection::read_head() {
  wait(commons_.options.times.request);
  RequestParser& parser = exchange_->parser.emplace();
  parser.header_limit(limits::header_block_bytes);
  parser.body_limit(commons_.gate.body_bytes);
  http::async_read_header(
      socket_, exchange_->buffer, parser,
      [self = shared_from_this()](error_code error, std::size_t size) { self->take_head(error, size); });
}

void Connection::take_head(error_code error, std::size_t size) {
  // The parser holds the request line and the headers to the limit each, not together.
  if (!error && size > limits::header_block_bytes) error = http::error::header_limit;
  if (error) return give_up(error);
  admit_request();
}

void Connection::admit_request() {
  auto decision = admit(head_of(*exchange_->parser), commons_.gate);
  if (auto* refusal = std::get_if<Response>(&decision)) return refuse(std::move(*refusal));
  Admitted& admitted = std::get<Admitted>(decision);
  exchange_->request = std::move(admitted.request);
  exchange_->request.peer = exchange_->peer;
  if (admitted.body_bytes > 0) wait(commons_.options.times.request + upload_time(admitted.body_bytes));
  const std::string* const expected = find_header(exchange_->request.headers, "Expect");
  if (!expected) return read_body();
  if (!equal_ignoring_case(*expected, "100-continue")) return refuse(text_response(417, "expect nothing"));
  invite_body();
}

void Connection::invite_body() {
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(socket_, asio::buffer(go_on.data(), go_on.size()),
                    [self = shared_from_this()](error_code error, std::size_t) {
                      return error ? self->close() : self->read_body();
                    });
}

// Counted as it comes and not by what is promised: who promises much and sends nothing keeps nobody out.
void Connection::read_body() {
  Exchange& now = *exchange_;
  if (!now.received) now.received.emplace(commons_.received_bytes);
  if (now.received->set(now.parser->get().body().size()) > commons_.options.received_body_bytes) {
    return refuse(text_response(503, "too much is being received"));
  }
  if (now.parser->is_done()) return take_body();
  http::async_read_some(socket_, now.buffer, *now.parser,
                        [self = shared_from_this()](error_code error, auto) {
                          return error ? self->give_up(error) : self->read_body();
                        });
}

void Connection::take_body() {
  exchange_->request.body = std::move(exchange_->parser->get().body());
  answer();
}

void Connection::give_up(error_code error) {
  return wrong_http(error) ? refuse(refusal_of(error)) : close();
}

void Connection::refuse(Response response) {
  commons_.counters.count_refusal(reason_of_refusal(response.status));
  const bool bare = exchange_->parser->get().method() == http::verb::head;
  exchange_->request.method = bare ? Method::Head : Method::Get;
  respond(std::move(response), Persistence::Close);
}

void Connection::answer() {
  wait_for_nobody();
  if (exchange_->request.path == commons_.options.events_path) return answer_events();
  const bool stays = exchange_->parser->get().keep_alive() && exchange_->parser->get().version() == 11;
  respond(ask_handler(), stays ? Persistence::KeepAlive : Persistence::Close);
}

// One request that fails must not end the server.
Response Connection::ask_handler() {
  try {
    return commons_.handler(exchange_->request);
  } catch (const std::exception&) {
    return text_response(500, "the server failed at this request");
  }
}

HeadForm Connection::form(Framing framing, Persistence persistence, std::string_view date) const {
  return {framing, persistence, commons_.options.content_security_policy, date};
}

Served Connection::served(const Response& response) const {
  return {.method = method_name(exchange_->parser->get().method()),
          .route = response.route,
          .status = response.status,
          .peer = exchange_->peer};
}

void Connection::respond(Response response, Persistence persistence) {
  // The request's body is not needed any longer, and its share is another's.
  exchange_->request.body = std::string();
  exchange_->parser->get().body() = std::string();
  exchange_->received.reset();
  const bool own = std::holds_alternative<std::string>(response.body);
  const std::size_t pending = commons_.pending_bytes + (own ? bytes_of(response.body).size() : 0);
  if (pending > limits::pending_response_bytes) {
    commons_.counters.count_refusal(RefusalReason::Overloaded);
    response = text_response(503, "too much is being sent");
  }
  if (commons_.finishing) persistence = Persistence::Close;
  std::string head =
      response_head(response, form(Framing::Length, persistence, http_date(std::time(nullptr))));
  const bool bare = exchange_->request.method == Method::Head || !has_body(response.status);
  exchange_->served = served(response);
  send(std::move(head), bare ? Body() : std::move(response.body), [persistence](Connection& self) {
    return persistence == Persistence::Close ? self.say_farewell() : self.await_request();
  });
}

template <typename Next>
void Connection::send(std::string head, Body body, Next next) {
  wait(commons_.options.times.write);
  Outgoing& outgoing = exchange_->outgoing;
  outgoing.head = std::move(head);
  outgoing.body = std::move(body);
  const std::size_t bytes = bytes_of(outgoing.body).size();
  outgoing.pending.emplace(commons_.pending_bytes);
  if (std::holds_alternative<std::string>(outgoing.body)) outgoing.pending->set(bytes);
  if (exchange_->served) exchange_->served->bytes = bytes;
  asio::async_write(socket_, outgoing.buffers(),
                    [self = shared_from_this(), next](error_code error, std::size_t) {
                      self->exchange_->outgoing.clear();
                      self->report();
                      return error ? self->close() : next(*self);
                    });
}

void Connection::report() {
  if (!exchange_->served) return;
  Served& served = *exchange_->served;
  served.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - exchange_->begun);
  commons_.counters.count_response(served);
  try {
    if (commons_.options.on_served) commons_.options.on_served(served);
  } catch (const std::exception&) {
    // A log that fails must not end a connection.
  }
  exchange_->served.reset();
}

// A socket that is closed with bytes unread resets, and takes from the client the answer it has not read.
void Connection::say_farewell() {
  error_code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  wait(commons_.options.times.farewell);
  phase_ = Phase::Leaving;
  exchange_->buffer.clear();
  discard(limits::discarded_bytes);
}

void Connection::discard(std::size_t most) {
  socket_.async_read_some(exchange_->buffer.prepare(first_read_bytes),
                          [self = shared_from_this(), most](error_code error, std::size_t size) {
                            return error || size >= most ? self->close() : self->discard(most - size);
                          });
}

void Connection::answer_events() {
  if (exchange_->request.method != Method::Get)
    return respond(text_response(405, "events are read"), Persistence::Close);
  auto queue = commons_.events.subscribe(last_seen(exchange_->request), [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (self) asio::post(self->socket_.get_executor(), [self] { self->send_events(); });
  });
  if (!queue) return refuse(text_response(503, "too many listen already"));
  listening_ = std::make_unique<Listening>(
      Listening{std::move(queue), asio::steady_timer(socket_.get_executor()), true});
  const Response response = {.content_type = "text/event-stream", .route = "events"};
  exchange_->served = served(response);
  watch_departure();
  send(response_head(response, form(Framing::Stream, Persistence::Close, http_date(std::time(nullptr)))),
       event_preamble(), [](Connection& self) { self.await_events(); });
}

// A listener has nothing to say: what comes is its end, or one that is no listener.
void Connection::watch_departure() {
  exchange_->buffer.clear();
  socket_.async_read_some(exchange_->buffer.prepare(1),
                          [self = shared_from_this()](error_code, std::size_t) { self->close(); });
}

void Connection::await_events() {
  if (!listening_) return;
  if (commons_.finishing) return close();
  listening_->busy = false;
  wait_for_nobody();
  listening_->heartbeat.expires_after(commons_.options.times.heartbeat);
  listening_->heartbeat.async_wait([weak = weak_from_this()](error_code error) {
    const auto self = weak.lock();
    if (self && !error) self->send_event(heartbeat_frame());
  });
  send_events();
}

void Connection::send_events() {
  if (!listening_ || listening_->busy) return;
  if (listening_->queue->overflowed()) return close();
  if (const EventBytes frame = listening_->queue->take()) send_event(*frame);
}

void Connection::send_event(std::string_view frame) {
  if (!listening_ || listening_->busy) return;
  listening_->busy = true;
  send(std::string(frame), Body(), [](Connection& self) { self.await_events(); });
}

void Connection::wait(std::chrono::milliseconds longest) {
  const Clock::time_point now = Clock::now();
  deadline_ = now + longest;
  wait_from(now, deadline_);
}

void Connection::wait_for_nobody() {
  deadline_ = Clock::time_point::max();
  wait_no_more();
}

void Connection::close() {
  error_code ignored;
  socket_.close(ignored);
  listening_.reset();
  wait_for_nobody();
}

}  // namespace tsg::web
