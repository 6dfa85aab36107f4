// SPDX-License-Identifier: MIT
#include "engine/text/rfc3339.h"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdint>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::int64_t day_seconds = 86400;

// Takes exactly `digits` digits off the front of `rest`.
std::optional<int> take_number(std::string_view& rest, std::size_t digits) {
  if (rest.size() < digits) return std::nullopt;
  int number = 0;
  for (const char c : rest.substr(0, digits)) {
    if (!ascii_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
  }
  rest.remove_prefix(digits);
  return number;
}

bool take(std::string_view& rest, std::string_view any_of) {
  if (rest.empty() || any_of.find(rest.front()) == std::string_view::npos) return false;
  rest.remove_prefix(1);
  return true;
}

// Two numbers of two digits with a colon between: hours and minutes, as minutes.
std::optional<int> take_minutes(std::string_view& rest) {
  const std::optional<int> hours = take_number(rest, 2);
  if (!hours || *hours > 23 || !take(rest, ":")) return std::nullopt;
  const std::optional<int> minutes = take_number(rest, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

std::optional<std::int64_t> take_days(std::string_view& rest) {
  const std::optional<int> year = take_number(rest, 4);
  if (!year || !take(rest, "-")) return std::nullopt;
  const std::optional<int> month = take_number(rest, 2);
  if (!month || !take(rest, "-")) return std::nullopt;
  const std::optional<int> day = take_number(rest, 2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day)));
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

// ".25" as nanoseconds; 0 when there is no fraction, nothing when the point has no digit behind it.
std::optional<std::int64_t> take_nanoseconds(std::string_view& rest) {
  if (!take(rest, ".")) return 0;
  if (rest.empty() || !ascii_digit(rest.front())) return std::nullopt;
  std::int64_t nanoseconds = 0;
  for (std::int64_t unit = 100'000'000; !rest.empty() && ascii_digit(rest.front()); unit /= 10) {
    nanoseconds += unit * (rest.front() - '0');
    rest.remove_prefix(1);
  }
  return nanoseconds;
}

std::optional<int> take_offset_minutes(std::string_view& rest) {
  if (take(rest, "Zz")) return 0;
  const int sign = rest.starts_with('-') ? -1 : 1;
  if (!take(rest, "+-")) return std::nullopt;
  const std::optional<int> minutes = take_minutes(rest);
  if (!minutes) return std::nullopt;
  return sign * *minutes;
}

}  // namespace

std::optional<double> parse_rfc3339(std::string_view text) {
  const std::optional<std::int64_t> days = take_days(text);
  if (!days || !take(text, "Tt ")) return std::nullopt;
  const std::optional<int> minutes = take_minutes(text);
  if (!minutes || !take(text, ":")) return std::nullopt;
  const std::optional<int> seconds = take_number(text, 2);
  if (!seconds || *seconds > 60) return std::nullopt;
  const std::optional<std::int64_t> nanoseconds = take_nanoseconds(text);
  if (!nanoseconds) return std::nullopt;
  const std::optional<int> offset = take_offset_minutes(text);
  if (!offset || !text.empty()) return std::nullopt;
  const std::int64_t whole = *days * day_seconds + (*minutes - *offset) * 60 + *seconds;
  // A leap second stands at the end of a UTC day only.
  if (*seconds == 60 && whole % day_seconds != 0) return std::nullopt;
  return static_cast<double>(whole) + static_cast<double>(*nanoseconds) / 1e9;
}

std::string format_rfc3339(double seconds) {
  constexpr double first = -62167219200.0;  // 0000-01-01T00:00:00Z
  constexpr double end = 253402300800.0;    // 10000-01-01T00:00:00Z
  if (!(seconds >= first && seconds < end)) return {};
  const auto microseconds = static_cast<std::int64_t>(std::llround(seconds * 1e6));
  const std::chrono::sys_time<std::chrono::microseconds> moment{std::chrono::microseconds(microseconds)};
  const auto midnight = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(midnight);
  if (static_cast<int>(date.year()) > 9999) return {};
  const std::int64_t of_day = (moment - midnight) / std::chrono::microseconds(1);
  const std::int64_t second = of_day / 1'000'000;
  std::string text = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                 static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                 second / 3600, second / 60 % 60, second % 60);
  if (of_day % 1'000'000 != 0) text += fmt::format(".{:06}", of_day % 1'000'000);
  if (text.find('.') != std::string::npos) text.erase(text.find_last_not_of('0') + 1);
  return text + 'Z';
}

}  // namespace tsg
