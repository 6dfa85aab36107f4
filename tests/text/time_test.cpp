// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

#include "engine/text/duration.h"
#include "engine/text/rfc3339.h"

using namespace tsg;

TEST_CASE("an RFC 3339 date-time is seconds since 1970") {
  const std::pair<const char*, double> table[] = {
      {"1970-01-01T00:00:00Z", 0},
      {"2026-11-20T12:00:00Z", 1795176000},
      {"2026-11-20T13:00:00+01:00", 1795176000},
      {"2026-11-20t06:30:00.5-05:30", 1795176000.5},
      {"2024-02-29 00:00:00Z", 1709164800},
      {"1969-12-31T23:59:59Z", -1},
      {"2016-12-31T23:59:60Z", 1483228800},
      {"2017-01-01T05:29:60+05:30", 1483228800},
      {"2021-03-04T05:06:07.1234567+00:00", 1614834367.1234567},
  };
  for (const auto& [text, seconds] : table) {
    INFO(text);
    REQUIRE(parse_rfc3339(text).has_value());
    CHECK(*parse_rfc3339(text) == Approx(seconds).epsilon(1e-15));
  }
}

TEST_CASE("what is nearly a date-time is none") {
  for (const char* text : {"",
                           "2026-11-20",
                           "2026-11-20T12:00:00",
                           "2026-11-20T12:00Z",
                           "2026-02-29T00:00:00Z",
                           "2026-13-01T00:00:00Z",
                           "2026-00-01T00:00:00Z",
                           "2026-01-00T00:00:00Z",
                           "2026-11-20T24:00:00Z",
                           "2026-11-20T12:60:00Z",
                           "2026-11-20T12:00:60Z",
                           "2026-11-20T12:00:61Z",
                           "2026-11-20T12:00:00.Z",
                           "2026-11-20T12:00:00Zx",
                           "2026-11-20T12:00:00+24:00",
                           "2026-11-20T12:00:00+1:00",
                           "2026-11-20T12:00:00+0100",
                           "26-11-20T12:00:00Z",
                           "+2026-11-20T12:00:00Z",
                           "2026-11-20T12:00:00 Z",
                           "2026-11-20T-1:00:00Z"}) {
    INFO(text);
    CHECK_FALSE(parse_rfc3339(text).has_value());
  }
}

TEST_CASE("a date-time is written in UTC and reads back equal") {
  CHECK(format_rfc3339(1795176000) == "2026-11-20T12:00:00Z");
  CHECK(format_rfc3339(1795176000.25) == "2026-11-20T12:00:00.25Z");
  CHECK(format_rfc3339(-0.5) == "1969-12-31T23:59:59.5Z");
  CHECK(format_rfc3339(-62167219200.0) == "0000-01-01T00:00:00Z");
  CHECK(format_rfc3339(std::nan("")).empty());
  CHECK(format_rfc3339(1e300).empty());
  CHECK(format_rfc3339(-1e300).empty());
  CHECK(format_rfc3339(253402300799.9999999).size() != 21);
  std::mt19937 random(7);
  std::uniform_int_distribution<std::int64_t> any(-62167219200, 253402300799);
  for (int i = 0; i < 2000; ++i) {
    const auto seconds = static_cast<double>(any(random));
    CHECK(parse_rfc3339(format_rfc3339(seconds)) == seconds);
  }
}

TEST_CASE("a duration is seconds") {
  const std::pair<const char*, double> table[] = {
      {"90s", 90},          {"30m", 1800},      {"24h", 86400},
      {"7d", 604800},       {"1.5h", 5400},     {"PT1H30M", 5400},
      {"P1DT2H", 93600},    {"P2W", 1209600},   {"PT0.5S", 0.5},
      {"P1D", 86400},       {"02:03:04", 7384}, {"1.02:03:04", 93784},
      {"00:00:30.5", 30.5}, {"0s", 0},          {"10675199.02:48:05.4775807", 922337203685.4775807},
  };
  for (const auto& [text, seconds] : table) {
    INFO(text);
    REQUIRE(parse_duration(text).has_value());
    CHECK(*parse_duration(text) == Approx(seconds).epsilon(1e-15));
  }
}

TEST_CASE("what is nearly a duration is none") {
  for (const char* text : {"",
                           "s",
                           "90",
                           "90 s",
                           "-1s",
                           "+1s",
                           "1y",
                           "1.h",
                           ".5h",
                           "P",
                           "PT",
                           "P1DT",
                           "P1Y",
                           "P1M",
                           "PT1M1H",
                           "PT1H1H",
                           "1H",
                           "P1H",
                           "2:03:04",
                           "24:00:00",
                           "00:60:00",
                           "00:00:60",
                           "1.2:03:04",
                           "00:00",
                           "00:00:30.",
                           "1.1.02:03:04",
                           "9999999999999999s",
                           "pt1h",
                           "1e3s",
                           "PT1H30",
                           "x.02:03:04",
                           ".02:03:04",
                           "00:00:1"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text).has_value());
  }
}
