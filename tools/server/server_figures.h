// SPDX-License-Identifier: MIT
// What a server counted since it began: a value at one moment.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

#include "tools/server/refusal_reason.h"

namespace tsg::web {

// The upper bounds of the buckets of durations, in microseconds; one more bucket has what took longer.
inline constexpr std::array<std::uint64_t, 12> duration_bounds_us = {
    1000, 2500, 5000, 10000, 25000, 50000, 100000, 250000, 500000, 1000000, 2500000, 10000000};

struct RouteAndClass {
  std::string route = {};
  unsigned status_class = 0;  // 2 for 200 to 299
  auto operator<=>(const RouteAndClass&) const = default;
};

struct ServerFigures {
  std::uint64_t connections_open = 0;
  std::uint64_t connections_limit = 0;
  std::uint64_t connections_accepted = 0;
  std::map<RouteAndClass, std::uint64_t> responses = {};          // refusals with a response included
  std::uint64_t response_bytes = 0;                               // of bodies
  std::array<std::uint64_t, refusal_names.size()> refusals = {};  // by RefusalReason
  std::array<std::uint64_t, duration_bounds_us.size() + 1> durations = {};  // in each bucket alone
  std::uint64_t duration_sum_us = 0;
};

}  // namespace tsg::web
