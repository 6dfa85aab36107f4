// SPDX-License-Identifier: MIT
// The reading side of server-sent events, step by step as the HTML standard has it (9.2.6, "interpreting an
// event stream"): the oracle of the tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tsg::web {

struct ParsedEvent {
  std::string id = {};
  std::string type = {};
  std::string data = {};
  bool operator==(const ParsedEvent&) const = default;
};

struct ParsedStream {
  std::string retry = {};
  std::vector<ParsedEvent> events = {};
  ParsedEvent pending = {};

  void dispatch() {
    if (!pending.data.empty()) {
      pending.data.pop_back();
      events.push_back(pending);
    }
    pending.data.clear();
    pending.type.clear();
  }

  void field(std::string_view name, std::string_view value) {
    if (name == "event") pending.type = value;
    if (name == "data") pending.data += std::string(value) + '\n';
    if (name == "id" && value.find('\0') == std::string_view::npos) pending.id = value;
    if (name == "retry") retry = value;
  }

  void line(std::string_view text) {
    if (text.empty()) return dispatch();
    if (text[0] == ':') return;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return field(text, "");
    std::string_view value = text.substr(colon + 1);
    if (!value.empty() && value[0] == ' ') value.remove_prefix(1);
    field(text.substr(0, colon), value);
  }
};

inline ParsedStream parse_events(std::string_view text) {
  ParsedStream stream;
  while (!text.empty()) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) break;
    stream.line(text.substr(0, end));
    text.remove_prefix(text.substr(end, 2) == "\r\n" ? end + 2 : end + 1);
  }
  return stream;
}

}  // namespace tsg::web
