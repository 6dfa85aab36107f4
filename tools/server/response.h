// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "tools/server/header.h"
#include "tools/server/request.h"

namespace tsg::web {

// A body made for one client, or bytes that many share.
using Body = std::variant<std::string, std::shared_ptr<const std::string>>;

// What a handler answers. It writes no framing: Content-Length, Connection and the security headers are the
// server's (response_head.h); a header given here stands instead of a security header of the same name.
struct Response {
  unsigned status = 200;
  std::string content_type = {};  // empty: no Content-Type is sent
  Headers headers = {};
  Body body = {};
  // What was asked for, as logs and figures name it: "guide", "sessions". One of a few that the handler
  // knows, and never a part of the request.
  std::string route = {};
};

using Handler = std::function<Response(const Request&)>;

std::string_view bytes_of(const Body& body);

// A short answer in plain text: "404 Not Found: no such page".
Response text_response(unsigned status, std::string_view text);

// "Not Found"; "Status" for a number that this server has no use for.
std::string_view reason_of(unsigned status);

}  // namespace tsg::web
