// SPDX-License-Identifier: MIT
// A response's status line and headers as bytes.
// Tested by response_head_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tools/server/response.h"

namespace tsg::web {

// How the client knows where the body ends: by its length, or by the end of the connection (an event stream).
enum class Framing : std::uint8_t { Length, Stream };
enum class Persistence : std::uint8_t { KeepAlive, Close };

struct HeadForm {
  Framing framing = Framing::Length;
  Persistence persistence = Persistence::KeepAlive;
  std::string_view content_security_policy = {};
  std::string_view date = {};  // http_date.h
};

// Ends with the empty line. Security headers stand in every head: Content-Security-Policy,
// X-Content-Type-Options, Referrer-Policy, Cross-Origin-Opener-Policy, Cross-Origin-Resource-Policy, and
// Cache-Control (`no-cache` beside an ETag, else `no-store`). What the response itself says of one of them
// goes before; what it says of framing is left out, and so is a header whose name is no token or whose value
// holds a control character.
std::string response_head(const Response& response, const HeadForm& form);

// Whether a response of this status has a body at all.
bool has_body(unsigned status);

}  // namespace tsg::web
