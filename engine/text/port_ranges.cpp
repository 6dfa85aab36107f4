// SPDX-License-Identifier: MIT
#include "engine/text/port_ranges.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

std::optional<std::uint16_t> parse_port(std::string_view text) {
  if (text.empty() || text.size() > 5 || !std::all_of(text.begin(), text.end(), ascii_digit))
    return std::nullopt;
  unsigned value = 0;
  for (const char digit : text) value = value * 10 + static_cast<unsigned>(digit - '0');
  if (value > 65535) return std::nullopt;
  return static_cast<std::uint16_t>(value);
}

namespace {

std::optional<bool> port_in_part(std::string_view part, std::uint16_t port) {
  if (part == "*") return true;
  const std::size_t dash = part.find('-');
  const auto low = parse_port(ascii_trimmed(part.substr(0, dash)));
  const auto high = dash == std::string_view::npos ? low : parse_port(ascii_trimmed(part.substr(dash + 1)));
  if (!low || !high || *low > *high) return std::nullopt;
  return *low <= port && port <= *high;
}

}  // namespace

std::optional<bool> port_in_ranges(std::string_view ranges, std::uint16_t port) {
  bool found = false;
  while (true) {
    const std::size_t comma = ranges.find(',');
    const auto part = port_in_part(ascii_trimmed(ranges.substr(0, comma)), port);
    if (!part) return std::nullopt;
    found = found || *part;
    if (comma == std::string_view::npos) return found;
    ranges.remove_prefix(comma + 1);
  }
}

}  // namespace tsg
