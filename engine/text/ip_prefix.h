// SPDX-License-Identifier: MIT
// IP addresses and CIDR prefixes, read strictly: dotted IPv4 without leading zeros or octal, IPv6 as RFC 4291
// writes it, no zone ids, no ports, no blanks. What inet_pton refuses is refused here (tested against it).
//
//   10.0.0.4  10.0.0.0/8  2001:db8::/32  ::ffff:10.0.0.4 (read as the IPv4 address it maps)
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/intervals.h"

namespace tsg {

enum class IpFamily : std::uint8_t { V4 = 4, V6 = 6 };

// A block of addresses. The bits behind `length` may be set (10.0.0.4/8 is read as it was written); they play
// no part.
struct IpPrefix {
  IpFamily family = IpFamily::V4;
  std::array<std::uint8_t, 16> bytes = {};  // network order; IPv4 uses the first four
  std::uint8_t length = 0;                  // 0..32 or 0..128
  bool operator==(const IpPrefix&) const = default;
};

// An address alone: a prefix of full length.
std::optional<IpPrefix> parse_ip_address(std::string_view text);
// An address or a CIDR prefix.
std::optional<IpPrefix> parse_ip_prefix(std::string_view text);
// The numbers of its addresses. REQUIRES: the prefix is of that family
Interval<std::uint32_t> v4_interval(const IpPrefix& prefix);
Interval<WideNumber> v6_interval(const IpPrefix& prefix);
// The prefix with the bits behind its length cleared, as RFC 5952 writes it; without a length where it is one
// address.
std::string to_text(const IpPrefix& prefix);
// The lower and the upper half. REQUIRES: more than one address
std::array<IpPrefix, 2> halves_of(const IpPrefix& prefix);
// How many of the addresses of `inner` lie in `outer`. Other family: None.
Overlap overlap_of(const IpPrefix& outer, const IpPrefix& inner);

}  // namespace tsg
