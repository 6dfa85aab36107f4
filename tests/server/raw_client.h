// SPDX-License-Identifier: MIT
// A client that sends what it is told, byte for byte, and waits for no longer than it is told.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "engine/text/descriptor.h"

namespace tsg::web {

struct Answer {
  unsigned status = 0;  // 0: there was none
  std::string head = {};
  std::string body = {};
};

class RawClient {
 public:
  using Clock = std::chrono::steady_clock;

  explicit RawClient(std::uint16_t port, int receive_buffer_bytes = 0)
      : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    if (receive_buffer_bytes > 0) {
      ::setsockopt(number(), SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof receive_buffer_bytes);
    }
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(number(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      throw std::runtime_error("the server cannot be reached");
    }
  }

  // False when the server no longer takes it, or not within `patience`.
  bool send(std::string_view bytes, std::chrono::milliseconds patience = std::chrono::seconds(5)) {
    const Clock::time_point end = Clock::now() + patience;
    while (!bytes.empty()) {
      if (!ready(POLLOUT, end)) return false;
      const ssize_t put = ::send(number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (put < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
  }

  // The next response; bytes after it wait for the next call. `bare`: one to a HEAD.
  Answer receive(bool bare = false, std::chrono::milliseconds patience = std::chrono::seconds(8)) {
    const Clock::time_point end = Clock::now() + patience;
    std::size_t head_end = 0;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos) {
      if (!receive_more(end)) return {};
    }
    Answer answer = {.head = received_.substr(0, head_end + 2)};
    received_.erase(0, head_end + 4);
    answer.status = static_cast<unsigned>(std::strtoul(answer.head.c_str() + 9, nullptr, 10));
    const std::size_t length = bare ? 0 : length_in(answer.head);
    while (received_.size() < length && receive_more(end)) {
    }
    answer.body = received_.substr(0, length);
    received_.erase(0, length);
    return answer;
  }

  // Everything until `wanted` has come, the end, or `patience` is over.
  std::string receive_until(std::string_view wanted,
                            std::chrono::milliseconds patience = std::chrono::seconds(8)) {
    const Clock::time_point end = Clock::now() + patience;
    while ((wanted.empty() || received_.find(wanted) == std::string::npos) && receive_more(end)) {
    }
    return std::exchange(received_, {});
  }

  // Whether the server ends the connection within `patience`.
  bool ended(std::chrono::milliseconds patience) {
    const Clock::time_point end = Clock::now() + patience;
    while (receive_more(end)) {
    }
    return ended_;
  }

  int number() const { return socket_.number(); }

 private:
  bool ready(short what, Clock::time_point end) const {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd watched = {number(), what, 0};
    return left > 0 && ::poll(&watched, 1, static_cast<int>(left)) > 0;
  }

  bool receive_more(Clock::time_point end) {
    char bytes[16384];
    if (ended_ || !ready(POLLIN, end)) return false;
    const ssize_t got = ::recv(number(), bytes, sizeof bytes, MSG_DONTWAIT);
    ended_ = got <= 0;
    if (got > 0) received_.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
  }

  static std::size_t length_in(const std::string& head) {
    const std::size_t at = head.find("\r\nContent-Length: ");
    return at == std::string::npos ? 0 : std::strtoul(head.c_str() + at + 18, nullptr, 10);
  }

  Descriptor socket_;
  std::string received_ = {};
  bool ended_ = false;
};

}  // namespace tsg::web
