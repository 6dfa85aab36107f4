// SPDX-License-Identifier: MIT
#include "engine/evaluator/input_value.h"

#include <fmt/format.h>

#include <charconv>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

// Reads fixed-width pieces off the front of a text; once one does not fit, `ok` stays false.
class Pieces {
 public:
  explicit Pieces(std::string_view text) : rest_(text) {}

  int digits(std::size_t count, int low, int high) {
    int number = 0;
    if (rest_.size() < count) return fail();
    for (std::size_t at = 0; at < count; ++at) {
      if (!ascii_digit(rest_[at])) return fail();
      number = number * 10 + (rest_[at] - '0');
    }
    rest_.remove_prefix(count);
    return number < low || number > high ? fail() : number;
  }
  void one_of(std::string_view characters) {
    if (rest_.empty() || characters.find(rest_[0]) == std::string_view::npos) {
      ok_ = false;
    } else {
      rest_.remove_prefix(1);
    }
  }
  bool next_is(char c) const { return ok_ && !rest_.empty() && rest_[0] == c; }
  void any_digits() {
    digits(1, 0, 9);
    while (ok_ && !rest_.empty() && ascii_digit(rest_[0])) rest_.remove_prefix(1);
  }
  bool done() const { return ok_ && rest_.empty(); }

 private:
  int fail() {
    ok_ = false;
    return 0;
  }

  std::string_view rest_;
  bool ok_ = true;
};

int days_of(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[month > 0 ? month - 1 : 0];
}

void read_offset(Pieces& pieces) {
  if (pieces.next_is('Z') || pieces.next_is('z')) return pieces.one_of("Zz");
  pieces.one_of("+-");
  pieces.digits(2, 0, 23);
  pieces.one_of(":");
  pieces.digits(2, 0, 59);
}

std::optional<Value> integer_in(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<Value> boolean_in(std::string_view text) {
  if (equal_ignoring_case(text, "true")) return true;
  if (equal_ignoring_case(text, "false")) return false;
  return std::nullopt;
}

std::optional<Value> choice_in(const std::vector<std::string>& choices, std::string_view text) {
  for (const std::string& choice : choices) {
    if (equal_ignoring_case(choice, text)) return choice;
  }
  return std::nullopt;
}

}  // namespace

bool is_date_time(std::string_view text) {
  Pieces pieces(text);
  const int year = pieces.digits(4, 0, 9999);
  pieces.one_of("-");
  const int month = pieces.digits(2, 1, 12);
  pieces.one_of("-");
  pieces.digits(2, 1, days_of(year, month));
  pieces.one_of("Tt");
  pieces.digits(2, 0, 23);
  pieces.one_of(":");
  pieces.digits(2, 0, 59);
  pieces.one_of(":");
  pieces.digits(2, 0, 60);
  if (pieces.next_is('.')) {
    pieces.one_of(".");
    pieces.any_digits();
  }
  read_offset(pieces);
  return pieces.done();
}

std::optional<Value> input_value(const Input& input, const Value& given) {
  if (std::holds_alternative<NoValue>(given)) return std::nullopt;
  if (std::holds_alternative<std::vector<std::string>>(given)) return std::nullopt;
  const std::string whole = with_replacements(to_text(given));
  const std::string_view text = ascii_trimmed(whole);
  switch (input.type) {
    case InputType::String:
      return whole;
    case InputType::Integer:
      return integer_in(text);
    case InputType::Boolean:
      return boolean_in(text);
    case InputType::DateTime:
      return is_date_time(text) ? std::optional<Value>(std::string(text)) : std::nullopt;
    case InputType::Choice:
      return choice_in(input.choices, text);
  }
  return std::nullopt;
}

std::string expectation(const Input& input) {
  switch (input.type) {
    case InputType::String:
      return "a text";
    case InputType::Integer:
      return "an integer";
    case InputType::Boolean:
      return "`true` or `false`";
    case InputType::DateTime:
      return "a date and time such as `2026-11-20T12:00:00Z`";
    case InputType::Choice:
      return fmt::format("one of `{}`", fmt::join(input.choices, "`, `"));
  }
  return {};
}

}  // namespace tsg
