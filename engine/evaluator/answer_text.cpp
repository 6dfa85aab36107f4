// SPDX-License-Identifier: MIT
#include "engine/evaluator/answer_text.h"

#include <fmt/format.h>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

constexpr std::string_view answer_help = "write `step=option`, or `step[subject]=option` for one subject";
constexpr std::string_view input_help = "write `step.Name=value`";

UnreadableText unreadable(std::string_view text, std::string_view why, std::string_view help) {
  return {fmt::format("`{}` {}", with_replacements(text), why), std::string(help)};
}

std::variant<GivenAnswer, UnreadableText> answer_of(std::string_view text, std::string_view step,
                                                    std::string_view subject, std::string_view option) {
  step = ascii_trimmed(step);
  option = ascii_trimmed(option);
  if (step.empty()) return unreadable(text, "names no step", answer_help);
  if (option.empty()) return unreadable(text, "names no option", answer_help);
  return GivenAnswer{std::string(step), std::string(subject), std::string(option), {}};
}

}  // namespace

std::variant<GivenAnswer, UnreadableText> parse_answer(std::string_view text) {
  if (!valid_utf8(text)) return unreadable(text, "is not UTF-8", answer_help);
  const std::size_t mark = text.find_first_of("=[");
  if (mark == std::string_view::npos) return unreadable(text, "has no `=`", answer_help);
  if (text[mark] == '=') return answer_of(text, text.substr(0, mark), {}, text.substr(mark + 1));
  const std::size_t close = text.rfind("]=");
  if (close == std::string_view::npos || close < mark) {
    return unreadable(text, "has a `[` without a `]=` behind it", answer_help);
  }
  const std::string_view subject = text.substr(mark + 1, close - mark - 1);
  if (subject.empty()) return unreadable(text, "names no subject between its brackets", answer_help);
  return answer_of(text, text.substr(0, mark), subject, text.substr(close + 2));
}

std::variant<GivenInput, UnreadableText> parse_input(std::string_view text) {
  if (!valid_utf8(text)) return unreadable(text, "is not UTF-8", input_help);
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return unreadable(text, "has no `=`", input_help);
  const std::size_t dot = text.substr(0, equals).find('.');
  if (dot == std::string_view::npos) return unreadable(text, "has no `.` between step and name", input_help);
  const std::string_view step = ascii_trimmed(text.substr(0, dot));
  const std::string_view name = ascii_trimmed(text.substr(dot + 1, equals - dot - 1));
  if (step.empty()) return unreadable(text, "names no step", input_help);
  if (name.empty()) return unreadable(text, "names no value", input_help);
  return GivenInput{std::string(step), std::string(name), std::string(text.substr(equals + 1))};
}

std::string to_text(const GivenAnswer& answer) {
  if (answer.subject.empty()) return fmt::format("{}={}", answer.step, answer.option);
  return fmt::format("{}[{}]={}", answer.step, answer.subject, answer.option);
}

}  // namespace tsg
