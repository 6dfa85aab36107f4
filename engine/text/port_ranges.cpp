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

std::optional<Interval<std::uint16_t>> parse_port_range(std::string_view part) {
  part = ascii_trimmed(part);
  if (part == "*") return Interval<std::uint16_t>{0, 65535};
  const std::size_t dash = part.find('-');
  const auto low = parse_port(ascii_trimmed(part.substr(0, dash)));
  const auto high = dash == std::string_view::npos ? low : parse_port(ascii_trimmed(part.substr(dash + 1)));
  if (!low || !high || *low > *high) return std::nullopt;
  return Interval<std::uint16_t>{*low, *high};
}

std::optional<bool> port_in_ranges(std::string_view ranges, std::uint16_t port) {
  bool found = false;
  const bool readable = each_port_range(ranges, [&found, port](const Interval<std::uint16_t>& range) {
    found = found || (range.first <= port && port <= range.last);
  });
  if (!readable) return std::nullopt;
  return found;
}

}  // namespace tsg
