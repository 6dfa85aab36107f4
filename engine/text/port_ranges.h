// SPDX-License-Identifier: MIT
// Port ranges as network rules write them: `*`, `80`, `80-90`, or a comma list of these.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/text/intervals.h"

namespace tsg {

// Whether `port` lies in `ranges`; nothing when `ranges` cannot be read as a whole. Blanks around parts are
// allowed.
std::optional<bool> port_in_ranges(std::string_view ranges, std::uint16_t port);
// Calls `take(Interval<std::uint16_t>)` for each part of `ranges`; false when a part cannot be read.
template <typename Take>
bool each_port_range(std::string_view ranges, Take take);
// One part: `*`, `80` or `80-90`. Nothing when it cannot be read.
std::optional<Interval<std::uint16_t>> parse_port_range(std::string_view part);
// A decimal port, 0..65535, without sign or blanks.
std::optional<std::uint16_t> parse_port(std::string_view text);

template <typename Take>
bool each_port_range(std::string_view ranges, Take take) {
  while (true) {
    const std::size_t comma = ranges.find(',');
    const auto range = parse_port_range(ranges.substr(0, comma));
    if (!range) return false;
    take(*range);
    if (comma == std::string_view::npos) return true;
    ranges.remove_prefix(comma + 1);
  }
}

}  // namespace tsg
