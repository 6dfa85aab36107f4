// SPDX-License-Identifier: MIT
#include "engine/text/duration.h"

#include <charconv>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr double minute_seconds = 60;
constexpr double hour_seconds = 3600;
constexpr double day_seconds = 86400;
constexpr std::size_t longest_number = 15;  // characters: a double holds all of their digits

std::string_view take_digits(std::string_view& rest) {
  std::size_t size = 0;
  while (size < rest.size() && ascii_digit(rest[size])) ++size;
  const std::string_view digits = rest.substr(0, size);
  rest.remove_prefix(size);
  return digits;
}

double value_of(std::string_view number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value, std::chars_format::fixed);
  return value;
}

// "12" or "12.5", as it is written; empty when `rest` does not begin so.
std::string_view take_decimal(std::string_view& rest) {
  const std::string_view all = rest;
  std::size_t size = take_digits(rest).size();
  if (size == 0) return {};
  if (rest.size() >= 2 && rest[0] == '.' && ascii_digit(rest[1])) {
    rest.remove_prefix(1);
    size += 1 + take_digits(rest).size();
  }
  return size <= longest_number ? all.substr(0, size) : std::string_view();
}

std::optional<double> unit_seconds(char unit) {
  switch (unit) {
    case 's':
      return 1;
    case 'm':
      return minute_seconds;
    case 'h':
      return hour_seconds;
    case 'd':
      return day_seconds;
    default:
      return std::nullopt;
  }
}

std::optional<double> parse_simple(std::string_view text) {
  const std::string_view number = take_decimal(text);
  if (number.empty() || text.size() != 1) return std::nullopt;
  const std::optional<double> unit = unit_seconds(text.front());
  if (!unit) return std::nullopt;
  return value_of(number) * *unit;
}

struct Part {
  char letter;
  double seconds;
};

// Parts such as "1H30M", in the order of `parts`, each at most once, at least one.
std::optional<double> take_parts(std::string_view& rest, std::string_view letters, const Part* parts) {
  double seconds = 0;
  std::size_t next = 0;
  bool any = false;
  while (!rest.empty() && ascii_digit(rest.front())) {
    const std::string_view number = take_decimal(rest);
    if (number.empty() || rest.empty()) return std::nullopt;
    const std::size_t at = letters.find(rest.front(), next);
    if (at == std::string_view::npos) return std::nullopt;
    seconds += value_of(number) * parts[at].seconds;
    next = at + 1;
    any = true;
    rest.remove_prefix(1);
  }
  if (!any) return std::nullopt;
  return seconds;
}

std::optional<double> parse_iso(std::string_view text) {
  constexpr Part date_parts[] = {{'W', 7 * day_seconds}, {'D', day_seconds}};
  constexpr Part time_parts[] = {{'H', hour_seconds}, {'M', minute_seconds}, {'S', 1}};
  text.remove_prefix(1);
  double seconds = 0;
  if (!text.starts_with('T')) {
    const std::optional<double> days = take_parts(text, "WD", date_parts);
    if (!days) return std::nullopt;
    seconds = *days;
  }
  if (text.empty()) return seconds;
  if (!text.starts_with('T')) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<double> time = take_parts(text, "HMS", time_parts);
  if (!time || !text.empty()) return std::nullopt;
  return seconds + *time;
}

// Two digits, less than `end`.
std::optional<double> take_pair(std::string_view& rest, double end) {
  if (rest.size() < 2 || !ascii_digit(rest[0]) || !ascii_digit(rest[1])) return std::nullopt;
  const double value = value_of(rest.substr(0, 2));
  rest.remove_prefix(2);
  if (value >= end) return std::nullopt;
  return value;
}

bool take_colon(std::string_view& rest) {
  if (!rest.starts_with(':')) return false;
  rest.remove_prefix(1);
  return true;
}

std::optional<double> parse_clock(std::string_view text) {
  const std::size_t point = text.find('.');
  double seconds = 0;
  if (point < text.find(':')) {
    const std::string_view days = take_digits(text);
    if (days.empty() || days.size() != point || days.size() > longest_number) return std::nullopt;
    seconds = value_of(days) * day_seconds;
    text.remove_prefix(1);
  }
  const std::optional<double> hours = take_pair(text, 24);
  if (!hours || !take_colon(text)) return std::nullopt;
  const std::optional<double> minutes = take_pair(text, 60);
  if (!minutes || !take_colon(text)) return std::nullopt;
  const std::string_view rest_of_minute = text;
  const std::optional<double> whole = take_pair(text, 60);
  if (!whole) return std::nullopt;
  text = rest_of_minute;
  const std::string_view second = take_decimal(text);
  if (second.empty() || !text.empty()) return std::nullopt;
  return seconds + *hours * hour_seconds + *minutes * minute_seconds + value_of(second);
}

}  // namespace

std::optional<double> parse_duration(std::string_view text) {
  if (text.starts_with('P')) return parse_iso(text);
  if (text.find(':') != std::string_view::npos) return parse_clock(text);
  return parse_simple(text);
}

}  // namespace tsg
