// SPDX-License-Identifier: MIT
// One client. All of it runs in the strand of its socket, one step after the other; each step begins the next
// one or closes. A deadline (connection_list.h) stands whenever the client is waited for.
// Tested by server_test.cpp and abuse_test.cpp.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tools/server/commons.h"
#include "tools/server/message_reading.h"
#include "tools/server/response_head.h"
#include "tools/server/served.h"

namespace tsg::web {

class Connection : public OpenConnection, public std::enable_shared_from_this<Connection> {
 public:
  // REQUIRES: commons outlives it
  Connection(boost::asio::ip::tcp::socket socket, Commons& commons);
  void start();
  void leave() override;
  void expire() override;
  void finish() override;

 private:
  using error_code = boost::system::error_code;

  // A response on its way, counted as long as it is.
  struct Outgoing {
    std::string head = {};
    Body body = {};
    std::optional<Share> pending = {};
    std::array<boost::asio::const_buffer, 2> buffers() const;
    void clear();
  };

  // What is there from the first byte of a request to the last of its answer, and not while a client is idle.
  struct Exchange {
    boost::beast::flat_buffer buffer = boost::beast::flat_buffer(2 * limits::header_block_bytes);
    std::optional<RequestParser> parser = {};
    std::string peer = {};
    Request request = {};
    std::optional<Share> received = {};
    Outgoing outgoing = {};
    Clock::time_point begun = {};
    std::optional<Served> served = {};
  };

  // Idle: nothing of a request has come. Leaving: all was said, and what still comes is thrown away.
  enum class Phase : std::uint8_t { Idle, Busy, Leaving };

  struct Listening {
    std::shared_ptr<EventQueue> queue = {};
    boost::asio::steady_timer heartbeat;
    bool busy = false;  // it is being written to
  };

  void await_request();
  void begin();
  void read_head();
  void take_head(error_code error, std::size_t size);
  void admit_request();
  void invite_body();
  void read_body();
  void take_body();
  void give_up(error_code error);
  void refuse(Response response);
  void answer();
  Response ask_handler();
  void respond(Response response, Persistence persistence);
  template <typename Next>
  void send(std::string head, Body body, Next next);
  void say_farewell();
  void discard(std::size_t most);
  void report();

  void answer_events();
  void watch_departure();
  void await_events();
  void send_events();
  void send_event(std::string_view frame);

  HeadForm form(Framing framing, Persistence persistence, std::string_view date) const;
  Served served(const Response& response) const;
  void wait(std::chrono::milliseconds longest);
  void wait_for_nobody();
  void close();

  boost::asio::ip::tcp::socket socket_;
  Commons& commons_;
  Clock::time_point deadline_ = Clock::time_point::max();
  Phase phase_ = Phase::Busy;
  std::unique_ptr<Exchange> exchange_ = {};
  std::unique_ptr<Listening> listening_ = {};
};

}  // namespace tsg::web
