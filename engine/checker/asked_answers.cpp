// SPDX-License-Identifier: MIT
#include "engine/checker/asked_answers.h"

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t most_answers = 30;

// Where number `wanted` stands in `text` with `.`, `:` or `)` behind it, at the beginning of a word.
struct Numeral {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;  // behind the mark
};

Numeral find_numeral(std::string_view text, std::size_t wanted, std::size_t from) {
  const std::string digits = std::to_string(wanted);
  for (std::size_t at = text.find(digits, from); at != std::string_view::npos;
       at = text.find(digits, at + 1)) {
    const std::size_t end = at + digits.size();
    const bool begins = at == 0 || ascii_space(text[at - 1]);
    const bool marked =
        end < text.size() && std::string_view(".:)").find(text[end]) != std::string_view::npos;
    if (begins && marked) return {at, end + 1};
  }
  return {};
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : ascii_trimmed(text)) {
    const bool blank = ascii_space(c);
    if (blank && (line.empty() || line.back() == ' ')) continue;
    line += blank ? ' ' : c;
  }
  return line;
}

// The last words before the answers, without marks of Markdown and of the editor.
std::string question_of(std::string_view before) {
  for (const std::string_view label : {"Answers:", "answers:", "Answers"}) {
    const std::size_t at = before.rfind(label);
    if (at != std::string_view::npos) before = before.substr(0, at);
  }
  const std::size_t label = before.rfind("Question:");
  if (label != std::string_view::npos) before = before.substr(label + 9);
  std::string plain;
  for (const char c : before) plain += c == '*' || c == '-' || c == '#' ? ' ' : c;
  return one_line(plain);
}

std::optional<AskedAnswers> read_comment(std::string_view comment) {
  AskedAnswers asked;
  Numeral next = find_numeral(comment, 1, 0);
  if (next.begin == std::string_view::npos) return std::nullopt;
  asked.question = question_of(comment.substr(0, next.begin));
  for (std::size_t number = 1; number <= most_answers && next.begin != std::string_view::npos; ++number) {
    const Numeral after = find_numeral(comment, number + 1, next.end);
    const std::size_t end = after.begin == std::string_view::npos ? comment.size() : after.begin;
    const std::string answer = one_line(comment.substr(next.end, end - next.end));
    if (!answer.empty()) asked.answers.push_back(answer);
    next = after;
  }
  if (asked.answers.size() < 2) return std::nullopt;
  const std::string question = ascii_lowered(asked.question);
  asked.ends = question.find("end of the work") != std::string::npos;
  return asked;
}

}  // namespace

std::optional<AskedAnswers> asked_answers(std::string_view text) {
  for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at + 4)) {
    const std::size_t end = text.find("-->", at);
    if (end == std::string_view::npos) return std::nullopt;
    if (auto asked = read_comment(text.substr(at + 4, end - at - 4))) return asked;
  }
  return std::nullopt;
}

}  // namespace tsg
