// SPDX-License-Identifier: MIT
// Server-sent events as the HTML standard frames them (9.2, "text/event-stream").
// Tested by event_frame_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tsg::web {

// One event: its id, its name, a `data:` line for each line of `data` (CR, LF or CRLF end one: the reader
// gets LF), and the empty line. What is not UTF-8 becomes U+FFFD.
// REQUIRES: event holds no line end
std::string event_frame(std::uint64_t id, std::string_view event, std::string_view data);

// What a stream begins with: how long to wait before connecting again.
std::string event_preamble();

// A comment that keeps the connection from looking dead.
std::string_view heartbeat_frame();

}  // namespace tsg::web
