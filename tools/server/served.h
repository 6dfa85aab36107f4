// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace tsg::web {

// A response that was sent, or cut off while it was. Nothing in it is what a client wrote: a path and a query
// may hold a customer's data.
struct Served {
  std::string_view method = {};  // "GET", "HEAD", "POST"; empty for another
  std::string route = {};        // of the response (response.h)
  unsigned status = 0;
  std::uint64_t bytes = 0;  // of the body
  std::chrono::microseconds duration =
      {};                 // from the request's first byte until the response's last was taken
  std::string peer = {};  // "127.0.0.1:43210", "[::1]:43210"
};

}  // namespace tsg::web
