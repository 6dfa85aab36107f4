// SPDX-License-Identifier: MIT
// text.*, net.* and time.* as tables, and the readers behind them against oracles.
#include <arpa/inet.h>

#include <catch2/catch.hpp>
#include <random>

#include "engine/text/host_name.h"
#include "engine/text/ip_prefix.h"
#include "engine/text/port_ranges.h"
#include "tests/lua/rule_fixture.h"

using namespace tsg;
using namespace tsg::test;

namespace {

unsigned pick(std::mt19937& random, std::size_t choices) {
  return static_cast<unsigned>(random() % choices);
}

}  // namespace

TEST_CASE("host functions give what the documentation says") {
  const std::pair<const char*, const char*> rows[] = {
      {"text.match('error 502 at', '[0-9]+')", "502"},
      {"select(2, text.match('a=1', '(\\\\w)=(\\\\w)'))", "1"},
      {"text.match('abc', 'x')", "nil"},
      {"select('#', text.match('b', '(a)?(b)'))", "2"},
      {"text.match('b', '(a)?(b)')", "nil"},
      {"text.match('', '')", ""},
      {"text.contains('a.c', '.')", "true"},
      {"text.contains('abc', '')", "true"},
      {"text.contains('abc', 'B')", "false"},
      {"text.contains_fold('abc', 'B')", "true"},
      {"text.starts_with('abc', 'ab')", "true"},
      {"text.ends_with('abc', 'bc')", "true"},
      {"text.ends_with('c', 'bc')", "false"},
      {"text.equal_fold('/Subscriptions/X', '/subscriptions/x')", "true"},
      {"table.concat(text.split('a,b,,c', ','), '|')", "a|b||c"},
      {"#text.split('', ',')", "1"},
      {"text.trim(' \\t a b \\n')", "a b"},
      {"text.lower('ABC\xC3\x89')", "abc\xC3\x89"},
      {"net.is_address('10.0.0.4')", "4"},
      {"net.is_address('fe80::1')", "6"},
      {"net.is_address('fe80::1%eth0')", "nil"},
      {"net.is_address('010.0.0.1')", "nil"},
      {"net.is_address('10.0.0.0/8')", "nil"},
      {"net.is_prefix('10.0.0.0/8')", "4"},
      {"net.is_prefix('10.0.0.0/33')", "nil"},
      {"net.is_prefix('Internet')", "nil"},
      {"net.prefix_match('10.0.0.0/8', '10.1.2.3')", "all"},
      {"net.prefix_match('10.0.0.0/8', '11.1.2.3')", "none"},
      {"net.prefix_match('10.1.0.0/16', '10.0.0.0/8')", "some"},
      {"net.prefix_match('10.1.0.0/16', '10.1.0.0/16')", "all"},
      {"net.prefix_match('0.0.0.0/0', '::1')", "none"},
      {"net.prefix_match('0.0.0.0/0', '::ffff:10.0.0.1')", "all"},
      {"net.prefix_match('x', '10.0.0.1')", "nil"},
      {"net.port_match('*', 80)", "true"},
      {"net.port_match('80-90,443', 443)", "true"},
      {"net.port_match('80-90, 443', 91)", "false"},
      {"net.port_match('90-80', 85)", "nil"},
      {"net.port_match('80', '80')", "true"},
      {"net.port_match('80', 70000)", "nil"},
      {"net.port_match('', 80)", "nil"},
      {"net.host_match('*.contoso.com', 'www.Contoso.com')", "true"},
      {"net.host_match('*.contoso.com', 'a.b.contoso.com')", "false"},
      {"net.host_match('*.contoso.com', 'contoso.com')", "false"},
      {"net.host_match('contoso.com', 'CONTOSO.com.')", "true"},
      {"net.host_of('https://user@www.contoso.com:8443/x?y')", "www.contoso.com"},
      {"net.host_of('https://[2001:db8::1]:443/')", "2001:db8::1"},
      {"net.host_of('https:///x')", "nil"},
      {"net.host_of('www.contoso.com')", "nil"},
      {"net.is_host('a-b.example')", "true"},
      {"net.is_host('-a.example')", "false"},
      {"net.is_host('10.0.0.1')", "false"},
      {"time.parse('1970-01-01T00:01:00Z')", "60.0"},
      {"time.parse('yesterday')", "nil"},
      {"time.format(60)", "1970-01-01T00:01:00Z"},
      {"time.format(time.parse('2026-11-20T12:00:00+01:00'))", "2026-11-20T11:00:00Z"},
      {"time.duration('90s')", "90.0"},
      {"time.duration('PT1H30M')", "5400.0"},
      {"time.duration('1.02:03:04')", "93784.0"},
      {"time.duration('soon')", "nil"},
  };
  for (const auto& [expression, expected] : rows) {
    CAPTURE(expression);
    CHECK(value_of(expression) == expected);
  }
}

TEST_CASE("a bad pattern is an Error that names it") {
  for (const char* call :
       {"text.match('x', '(')", "text.match('x', '(a{1000}){1000}')", "text.match('x', ('a'):rep(1001))",
        "text.match('x', '(?<=a)b')", "text.match(('x'):rep(65537), 'x')"}) {
    CAPTURE(call);
    const Verdict verdict = run_body(std::string("pcall(function() ") + call + " end) return yes()");
    CHECK(verdict.kind == VerdictKind::Error);
    CHECK(verdict.message.find("text.match: ") == 0);
  }
  CHECK(run_body("text.match('x', 'a(b')").message.find("`a(b`") != std::string::npos);
}

TEST_CASE("many patterns and hostile texts stay cheap") {
  CHECK(value_of("(function() for i = 1, 500 do text.match('x' .. i, 'x' .. i) end return text.match('x7', "
                 "'x7') end)()") == "x7");
  CHECK(value_of("text.match(('a'):rep(65536), '(a*)*b')") == "nil");
  CHECK(value_of("text.match(('a'):rep(30000), '(.*)(.*)(.*)(.*)(.*)b')") == "nil");
}

namespace {

std::string random_address(std::mt19937& random) {
  static const std::string pieces[] = {"0", "1",    "10", "01",   "255",   "256",     "::", ":",
                                       ".", "ffff", "g",  "abcd", "12345", "1.2.3.4", "/",  "%"};
  std::string text;
  const unsigned count = 1 + pick(random, 10);
  for (unsigned i = 0; i < count; ++i) text += pieces[pick(random, std::size(pieces))];
  return text;
}

std::string random_v6(std::mt19937& random) {
  std::string text;
  const unsigned gap = pick(random, 12);
  for (unsigned i = 0; i < 8; ++i) {
    if (i == gap) {
      text += "::";
      i += pick(random, 4);
      continue;
    }
    static const char* groups[] = {"0", "1", "ffff", "00ab", "AbC"};
    if (!text.empty() && text.back() != ':') text += ":";
    text += groups[pick(random, 5)];
  }
  return text;
}

}  // namespace

TEST_CASE("addresses are read as inet_pton reads them") {
  std::mt19937 random(7);
  int accepted = 0;
  for (int i = 0; i < 60000; ++i) {
    const std::string text = i % 2 == 0 ? random_address(random) : random_v6(random);
    CAPTURE(text);
    std::array<unsigned char, 16> expected = {};
    const bool v4 = inet_pton(AF_INET, text.c_str(), expected.data()) == 1;
    const bool v6 = !v4 && inet_pton(AF_INET6, text.c_str(), expected.data()) == 1;
    const auto address = parse_ip_address(text);
    const bool same = address.has_value() == (v4 || v6);
    if (!same) CHECK(address.has_value() == (v4 || v6));
    if (!address || !same) continue;
    ++accepted;
    const bool mapped = v6 && address->family == IpFamily::V4;
    const std::size_t offset = mapped ? 12 : 0;
    const std::size_t size = address->family == IpFamily::V4 ? 4 : 16;
    if (!std::equal(address->bytes.begin(), address->bytes.begin() + static_cast<std::ptrdiff_t>(size),
                    expected.begin() + static_cast<std::ptrdiff_t>(offset)))
      FAIL(text);
  }
  CHECK(accepted > 5000);
}

TEST_CASE("prefixes overlap as counting addresses says") {
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    const auto prefix = [&random] {
      const std::uint32_t address = 0x0A000000U | (pick(random, 256));
      return std::pair<std::uint32_t, unsigned>(address, 24 + pick(random, 9));
    };
    const auto [outer, outer_length] = prefix();
    const auto [inner, inner_length] = prefix();
    const auto mask = [](unsigned length) { return length == 0 ? 0U : 0xFFFFFFFFU << (32 - length); };
    unsigned inside = 0;
    unsigned all = 0;
    for (std::uint32_t at = inner & mask(inner_length); at <= (inner | ~mask(inner_length)); ++at, ++all) {
      if ((at & mask(outer_length)) == (outer & mask(outer_length))) ++inside;
    }
    const Overlap expected = inside == 0 ? Overlap::None : inside == all ? Overlap::All : Overlap::Some;
    const auto text = [](std::uint32_t a, unsigned length) {
      return "10.0.0." + std::to_string(a & 0xFFU) + "/" + std::to_string(length);
    };
    const auto a = parse_ip_prefix(text(outer, outer_length));
    const auto b = parse_ip_prefix(text(inner, inner_length));
    REQUIRE(a.has_value());
    REQUIRE(b.has_value());
    if (overlap_of(*a, *b) != expected) FAIL(text(outer, outer_length) << " " << text(inner, inner_length));
  }
}

TEST_CASE("ports are found in ranges as counting says") {
  std::mt19937 random(13);
  for (int i = 0; i < 300; ++i) {
    std::vector<bool> inside(65536, false);
    std::string ranges;
    for (unsigned part = 0; part < 1 + pick(random, 4); ++part) {
      const unsigned low = pick(random, 65536);
      const unsigned high = std::min(65535U, low + pick(random, 300));
      if (part > 0) ranges += ",";
      ranges += std::to_string(low) + (high == low ? "" : "-" + std::to_string(high));
      for (unsigned port = low; port <= high; ++port) inside[port] = true;
    }
    for (unsigned port = 0; port < 65536; port += 1 + pick(random, 40)) {
      if (port_in_ranges(ranges, static_cast<std::uint16_t>(port)) !=
          std::optional(static_cast<bool>(inside[port])))
        FAIL(ranges << " " << port);
    }
  }
  for (const char* bad :
       {"", "-", "80-", "-80", "80,,90", "65536", "8 0", "+80", "80-90-100", "http", "80,"}) {
    CAPTURE(bad);
    CHECK_FALSE(port_in_ranges(bad, 80).has_value());
  }
}

TEST_CASE("host names and hosts of URLs") {
  for (const char* good : {"a", "a.b", "xn--bcher-kva.example", "a_b.c", "1.example", "a.", "A-1.B"})
    CHECK(is_host_name(good));
  for (const char* bad : {"", ".", "a..b", "a-.b", "1.2.3.4", "a b", "\xC3\xA9.example", "a/b", "1"})
    CHECK_FALSE(is_host_name(bad));
  CHECK_FALSE(is_host_name(std::string(64, 'a')));
  CHECK(host_of_url("https://a.example\\@b.example/") == "a.example");
  CHECK(host_of_url("https://a.example:x/").empty());
  CHECK(host_of_url("java script://a/").empty());
  CHECK(host_of_url("//a.example/x") == "a.example");
  CHECK(host_of_url("https://10.0.0.4:80") == "10.0.0.4");
  CHECK(host_of_url("https://a@b@c.example/") == "c.example");
}
