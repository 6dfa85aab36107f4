// SPDX-License-Identifier: MIT
// Sets of numbers as sorted intervals with gaps between them: ports, IPv4 and IPv6 addresses.
//
//   22, 80-90, 85-100, 101   joined: 22-22, 80-101
//
// Number has operator<=>, numeric_limits-like ends in NumberEnds, and next(n), the number after n.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

namespace tsg {

// How much of a thing lies in another one.
enum class Overlap : std::uint8_t { None, Some, All };

template <typename Number>
struct Interval {  // both ends inside; REQUIRES: first <= last
  Number first = {};
  Number last = {};
  bool operator==(const Interval&) const = default;
};

// An IPv6 address as a number.
struct WideNumber {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  auto operator<=>(const WideNumber&) const = default;
};

template <typename Number>
struct NumberEnds {
  static constexpr Number lowest = std::numeric_limits<Number>::min();
  static constexpr Number highest = std::numeric_limits<Number>::max();
};
template <>
struct NumberEnds<WideNumber> {
  static constexpr WideNumber lowest = {0, 0};
  static constexpr WideNumber highest = {UINT64_MAX, UINT64_MAX};
};

// REQUIRES: number is not the highest (next) or lowest (before)
template <typename Number>
constexpr Number next(Number number) {
  return static_cast<Number>(number + 1U);
}
template <typename Number>
constexpr Number before(Number number) {
  return static_cast<Number>(number - 1U);
}
constexpr WideNumber next(WideNumber number) {
  return {number.low == UINT64_MAX ? number.high + 1 : number.high, number.low + 1};
}
constexpr WideNumber before(WideNumber number) {
  return {number.low == 0 ? number.high - 1 : number.high, number.low - 1};
}

// Sorts the intervals and joins those that overlap or touch. The joined ones stand in front; gives their
// number.
template <typename Number>
std::size_t join(std::span<Interval<Number>> all) {
  if (all.empty()) return 0;
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::size_t last = 0;
  for (const Interval<Number>& each : all.subspan(1)) {
    Interval<Number>& joined = all[last];
    const bool touches = joined.last == NumberEnds<Number>::highest || each.first <= next(joined.last);
    if (touches) {
      joined.last = std::max(joined.last, each.last);
    } else {
      all[++last] = each;
    }
  }
  return last + 1;
}

// REQUIRES: `set` is joined
template <typename Number>
Overlap overlap_of(std::span<const Interval<Number>> set, const Interval<Number>& inner) {
  const auto reaches = std::partition_point(set.begin(), set.end(),
                                            [&inner](const auto& each) { return each.last < inner.first; });
  if (reaches == set.end() || reaches->first > inner.last) return Overlap::None;
  return reaches->first <= inner.first && inner.last <= reaches->last ? Overlap::All : Overlap::Some;
}

// Writes what lies between the intervals of a joined set, and gives how many intervals that is.
// REQUIRES: `out` has room for set.size() + 1
template <typename Number>
std::size_t invert(std::span<const Interval<Number>> set, std::span<Interval<Number>> out) {
  std::size_t count = 0;
  Number open = NumberEnds<Number>::lowest;
  for (const Interval<Number>& each : set) {
    if (open < each.first) out[count++] = {open, before(each.first)};
    if (each.last == NumberEnds<Number>::highest) return count;
    open = next(each.last);
  }
  out[count++] = {open, NumberEnds<Number>::highest};
  return count;
}

}  // namespace tsg
