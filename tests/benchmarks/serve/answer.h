// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace tsg::load {

// A response at the front of what was received; views into it.
struct ReadAnswer {
  unsigned status = 0;
  std::string_view body = {};
  std::size_t bytes = 0;  // of the whole response
  bool closes = false;
};

// Nothing while it is not whole. This server sends Content-Length with every body, and names as written here.
inline std::optional<ReadAnswer> read_answer(std::string_view received) {
  const std::size_t head = received.find("\r\n\r\n");
  if (head == std::string_view::npos) return std::nullopt;
  const std::size_t at = received.substr(0, head).find("\r\nContent-Length: ");
  const std::size_t length =
      at == std::string_view::npos ? 0 : std::strtoul(received.data() + at + 18, nullptr, 10);
  if (received.size() < head + 4 + length) return std::nullopt;
  return ReadAnswer{
      .status = static_cast<unsigned>(std::strtoul(received.data() + 9, nullptr, 10)),
      .body = received.substr(head + 4, length),
      .bytes = head + 4 + length,
      .closes = received.substr(0, head + 2).find("\r\nConnection: close\r\n") != std::string_view::npos};
}

}  // namespace tsg::load
