// SPDX-License-Identifier: MIT
#include "engine/text/ip_prefix.h"

#include <arpa/inet.h>

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// A decimal number of at most three digits without leading zeros, up to `highest`.
std::optional<std::uint8_t> parse_small(std::string_view digits, unsigned highest) {
  if (digits.empty() || digits.size() > 3) return std::nullopt;
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), ascii_digit)) return std::nullopt;
  unsigned value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<unsigned>(digit - '0');
  if (value > highest) return std::nullopt;
  return static_cast<std::uint8_t>(value);
}

// One pass, since rules ask this of every prefix of every security rule. Refuses what parse_small refuses.
bool parse_v4_bytes(std::string_view text, std::uint8_t* out) {
  std::size_t at = 0;
  for (int i = 0; i < 4; ++i) {
    if (i > 0 && (at == text.size() || text[at++] != '.')) return false;
    const std::size_t begin = at;
    unsigned value = 0;
    while (at < text.size() && at < begin + 3 && ascii_digit(text[at])) {
      value = value * 10 + static_cast<unsigned>(text[at++] - '0');
    }
    const bool leading_zero = at > begin + 1 && text[begin] == '0';
    if (at == begin || leading_zero || value > 255) return false;
    out[i] = static_cast<std::uint8_t>(value);
  }
  return at == text.size();
}

std::optional<unsigned> hex_value(char c) {
  if (ascii_digit(c)) return static_cast<unsigned>(c - '0');
  const char lower = ascii_lower(c);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a' + 10);
  return std::nullopt;
}

std::optional<std::uint16_t> parse_group(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  unsigned value = 0;
  for (const char c : text) {
    const auto digit = hex_value(c);
    if (!digit) return std::nullopt;
    value = value << 4U | *digit;
  }
  return static_cast<std::uint16_t>(value);
}

// Groups of one side of "::", or of a whole address. A dotted tail counts as two groups.
struct Groups {
  std::array<std::uint8_t, 16> bytes = {};
  std::size_t size = 0;  // bytes
};

bool take_last_v4(std::string_view part, Groups& groups) {
  if (groups.size > 12 || !parse_v4_bytes(part, groups.bytes.data() + groups.size)) return false;
  groups.size += 4;
  return true;
}

bool take_group(std::string_view part, Groups& groups) {
  const auto group = parse_group(part);
  if (!group || groups.size > 14) return false;
  groups.bytes[groups.size++] = static_cast<std::uint8_t>(*group >> 8U);
  groups.bytes[groups.size++] = static_cast<std::uint8_t>(*group & 0xFFU);
  return true;
}

std::optional<Groups> parse_groups(std::string_view text) {
  Groups groups;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    const bool last = colon == std::string_view::npos;
    if (part.find('.') != std::string_view::npos) {
      if (!last || !take_last_v4(part, groups)) return std::nullopt;
      return groups;
    }
    if (!take_group(part, groups)) return std::nullopt;
    if (last) return groups;
    text.remove_prefix(colon + 1);
    if (text.empty()) return std::nullopt;  // a single colon at the end
  }
  return groups;
}

std::optional<std::array<std::uint8_t, 16>> parse_v6_bytes(std::string_view text) {
  constexpr std::size_t longest = 45;
  if (text.size() > longest) return std::nullopt;
  const std::size_t gap = text.find("::");
  const auto head = parse_groups(text.substr(0, gap));
  if (!head) return std::nullopt;
  if (gap == std::string_view::npos) return head->size == 16 ? std::optional(head->bytes) : std::nullopt;
  const std::string_view before = text.substr(0, gap);
  if (before.find('.') != std::string_view::npos) return std::nullopt;
  const auto tail = parse_groups(text.substr(gap + 2));
  if (!tail || head->size + tail->size > 14) return std::nullopt;
  std::array<std::uint8_t, 16> bytes = head->bytes;
  std::copy_n(tail->bytes.begin(), tail->size, bytes.end() - static_cast<std::ptrdiff_t>(tail->size));
  return bytes;
}

bool maps_v4(const std::array<std::uint8_t, 16>& bytes) {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t byte) { return byte == 0; }) &&
         bytes[10] == 0xFF && bytes[11] == 0xFF;
}

IpPrefix as_v4(const IpPrefix& mapped) {
  IpPrefix prefix{
      .family = IpFamily::V4, .bytes = {}, .length = static_cast<std::uint8_t>(mapped.length - 96)};
  std::copy_n(mapped.bytes.begin() + 12, 4, prefix.bytes.begin());
  return prefix;
}

// As written: an IPv4-mapped address stays IPv6, so that a prefix length behind it counts from 128.
std::optional<IpPrefix> parse_as_written(std::string_view text) {
  IpPrefix address;
  if (text.find(':') == std::string_view::npos) {
    address.length = 32;
    if (!parse_v4_bytes(text, address.bytes.data())) return std::nullopt;
    return address;
  }
  const auto bytes = parse_v6_bytes(text);
  if (!bytes) return std::nullopt;
  return IpPrefix{.family = IpFamily::V6, .bytes = *bytes, .length = 128};
}

IpPrefix unmapped(const IpPrefix& prefix) {
  const bool mapped = prefix.family == IpFamily::V6 && prefix.length >= 96 && maps_v4(prefix.bytes);
  return mapped ? as_v4(prefix) : prefix;
}

bool equal_bits(const IpPrefix& a, const IpPrefix& b, std::uint8_t bits) {
  const std::size_t whole = bits / 8U;
  if (!std::equal(a.bytes.begin(), a.bytes.begin() + static_cast<std::ptrdiff_t>(whole), b.bytes.begin())) {
    return false;
  }
  const unsigned rest = bits % 8U;
  if (rest == 0) return true;
  const unsigned mask = 0xFFU << (8U - rest) & 0xFFU;
  return ((a.bytes[whole] ^ b.bytes[whole]) & mask) == 0;
}

}  // namespace

std::optional<IpPrefix> parse_ip_address(std::string_view text) {
  const auto address = parse_as_written(text);
  if (!address) return std::nullopt;
  return unmapped(*address);
}

std::optional<IpPrefix> parse_ip_prefix(std::string_view text) {
  const std::size_t slash = text.find('/');
  auto prefix = parse_as_written(text.substr(0, slash));
  if (!prefix) return std::nullopt;
  if (slash != std::string_view::npos) {
    const auto length = parse_small(text.substr(slash + 1), prefix->length);
    if (!length) return std::nullopt;
    prefix->length = *length;
  }
  return unmapped(*prefix);
}

Interval<std::uint32_t> v4_interval(const IpPrefix& prefix) {
  std::uint32_t address = 0;
  for (std::size_t i = 0; i < 4; ++i) address = address << 8U | prefix.bytes[i];
  const std::uint32_t behind = prefix.length >= 32 ? 0U : UINT32_MAX >> prefix.length;
  return {address & ~behind, address | behind};
}

Interval<WideNumber> v6_interval(const IpPrefix& prefix) {
  WideNumber address;
  for (std::size_t i = 0; i < 8; ++i) {
    address.high = address.high << 8U | prefix.bytes[i];
    address.low = address.low << 8U | prefix.bytes[i + 8];
  }
  const std::uint64_t high = prefix.length >= 64 ? 0U : UINT64_MAX >> prefix.length;
  const std::uint64_t low =
      prefix.length >= 128 ? 0U : (prefix.length <= 64 ? UINT64_MAX : UINT64_MAX >> (prefix.length - 64U));
  return {{address.high & ~high, address.low & ~low}, {address.high | high, address.low | low}};
}

std::string to_text(const IpPrefix& prefix) {
  const bool v4 = prefix.family == IpFamily::V4;
  std::array<std::uint8_t, 16> bytes = prefix.bytes;
  for (std::size_t bit = prefix.length; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] & ~(0x80U >> (bit % 8)));
  }
  std::array<char, INET6_ADDRSTRLEN> text = {};
  inet_ntop(v4 ? AF_INET : AF_INET6, bytes.data(), text.data(), static_cast<socklen_t>(text.size()));
  const bool single = prefix.length == (v4 ? 32 : 128);
  return single ? std::string(text.data()) : std::string(text.data()) + "/" + std::to_string(prefix.length);
}

std::array<IpPrefix, 2> halves_of(const IpPrefix& prefix) {
  std::array<IpPrefix, 2> halves = {prefix, prefix};
  const std::size_t byte = prefix.length / 8U;
  const unsigned bit = 0x80U >> (prefix.length % 8U);
  for (IpPrefix& half : halves) ++half.length;
  halves[0].bytes[byte] = static_cast<std::uint8_t>(halves[0].bytes[byte] & ~bit);
  halves[1].bytes[byte] = static_cast<std::uint8_t>(halves[1].bytes[byte] | bit);
  return halves;
}

Overlap overlap_of(const IpPrefix& outer, const IpPrefix& inner) {
  if (outer.family != inner.family) return Overlap::None;
  if (!equal_bits(outer, inner, std::min(outer.length, inner.length))) return Overlap::None;
  return outer.length <= inner.length ? Overlap::All : Overlap::Some;
}

}  // namespace tsg
