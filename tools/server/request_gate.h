// SPDX-License-Identifier: MIT
// What is decided of a request once its headers are there and before its body is read.
// Tested by request_gate_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "tools/server/authority.h"
#include "tools/server/request.h"
#include "tools/server/response.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

// Whether methods that change something are let through: POST, PUT and DELETE.
enum class Posts : std::uint8_t { Refused, Accepted };

// A request line and its headers as they came; names and values hold no NUL and no line end.
struct RequestHead {
  std::string method = {};
  std::string target = {};
  unsigned version = 11;  // 10 is HTTP/1.0
  Headers headers = {};
};

struct Gate {
  std::uint16_t port = 0;
  Posts posts = Posts::Refused;
  std::span<const std::string> hosts = {};  // borrowed; none: the names of loopback with the port
  Scheme scheme = Scheme::Http;
  std::size_t body_bytes = limits::body_bytes;
};

// The request without body and peer, with the size of the body that is to be read; or the refusal, after
// which the connection must be closed, since what follows on it may be a body.
struct Admitted {
  Request request = {};
  std::size_t body_bytes = 0;
};
std::variant<Admitted, Response> admit(RequestHead head, const Gate& gate);

}  // namespace tsg::web
