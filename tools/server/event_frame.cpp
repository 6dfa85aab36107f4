// SPDX-License-Identifier: MIT
#include "tools/server/event_frame.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "engine/text/utf8.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

namespace {

// The bytes of the line end at the front of `rest`.
std::size_t line_end_size(std::string_view rest) {
  return rest.substr(0, 2) == "\r\n" ? 2 : std::min<std::size_t>(rest.size(), 1);
}

}  // namespace

std::string event_frame(std::uint64_t id, std::string_view event, std::string_view data) {
  assert(event.find_first_of("\r\n") == std::string_view::npos);
  std::string out = fmt::format("id: {}\nevent: {}\n", id, event);
  const std::string text = with_replacements(data);
  std::string_view rest = text;
  while (true) {
    const std::string_view line = rest.substr(0, rest.find_first_of("\r\n"));
    out += fmt::format("data: {}\n", line);
    rest.remove_prefix(line.size());
    if (rest.empty()) return out + '\n';
    rest.remove_prefix(line_end_size(rest));
  }
}

std::string event_preamble() {
  return fmt::format("retry: {}\n\n", limits::retry_time.count());
}

std::string_view heartbeat_frame() {
  return ": alive\n\n";
}

}  // namespace tsg::web
