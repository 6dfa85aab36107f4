// SPDX-License-Identifier: MIT
// A request that passed the gate (request_gate.h): what a handler may rely on.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tools/server/header.h"

namespace tsg::web {

enum class Method : std::uint8_t { Get, Head, Post, Put, Delete };

using Query = std::vector<std::pair<std::string, std::string>>;

struct Request {
  Method method = Method::Get;
  std::string path = "/";  // as request_path.h reads it: decoded once, UTF-8, no `.`, `..` or empty segment
  std::string raw_target = "/";  // as sent, with its query
  Query query = {};              // decoded, in order; a name may stand twice
  Headers headers = {};          // in order, names as sent
  std::string body = {};         // of a POST or PUT
  std::string peer = {};         // "127.0.0.1:43210", from the socket and never from a header
  bool operator==(const Request&) const = default;
};

}  // namespace tsg::web
