// SPDX-License-Identifier: MIT
#include "engine/loader/step_words.h"

#include <algorithm>
#include <optional>

#include "engine/text/ascii.h"
#include "engine/text/line_index.h"

namespace tsg {

namespace {

struct LineRange {
  std::uint32_t first = 0;  // behind the heading
  std::uint32_t last = 0;   // exclusive
};

// The lines below the H2 called `name`, up to the next H1 or H2.
std::optional<LineRange> lines_below(const Article& article, std::string_view name,
                                     std::uint32_t line_count) {
  const auto heading =
      std::find_if(article.headings.begin(), article.headings.end(), [name](const Heading& each) {
        return each.level == 2 && equal_ignoring_case(ascii_trimmed(each.text), name);
      });
  if (heading == article.headings.end()) return std::nullopt;
  const auto after =
      std::find_if(heading + 1, article.headings.end(), [](const Heading& each) { return each.level <= 2; });
  return LineRange{heading->line + 1, after == article.headings.end() ? line_count + 1 : after->line};
}

std::string paragraph_of(const LineIndex& lines, LineRange range) {
  std::string text;
  for (std::uint32_t line = range.first; line < range.last; ++line) {
    const std::string_view words = ascii_trimmed(lines.line_text(line));
    if (words.empty() && !text.empty()) break;
    if (words.empty()) continue;
    if (!text.empty()) text += ' ';
    text += words;
  }
  return text;
}

// "- **option**: wording"; nothing for any other line.
std::optional<OptionWording> answer_of(std::string_view line, std::size_t line_start) {
  const std::string_view item = ascii_trimmed(line);
  if (item.size() < 2 || (item[0] != '-' && item[0] != '*' && item[0] != '+') || item[1] != ' ')
    return std::nullopt;
  const std::string_view rest = ascii_trimmed(item.substr(2));
  if (!rest.starts_with("**")) return std::nullopt;
  const std::size_t end = rest.find("**", 2);
  if (end == std::string_view::npos) return std::nullopt;
  OptionWording answer;
  answer.option = std::string(rest.substr(2, end - 2));
  const std::size_t begin = line_start + static_cast<std::size_t>(rest.data() + 2 - line.data());
  answer.range = {begin, begin + answer.option.size()};
  std::string_view wording = ascii_trimmed(rest.substr(end + 2));
  if (wording.starts_with(':')) wording.remove_prefix(1);
  answer.wording = std::string(ascii_trimmed(wording));
  return answer;
}

}  // namespace

StepWords read_step_words(const Article& article) {
  StepWords words;
  words.title = article.title();
  words.question = words.title;
  const LineIndex lines(article.text);
  const std::uint32_t line_count = lines.line_of(article.text.size());
  if (const auto range = lines_below(article, "Question", line_count)) {
    const std::string question = paragraph_of(lines, *range);
    if (!question.empty()) words.question = question;
  }
  const auto range = lines_below(article, "Answers", line_count).value_or(LineRange{});
  for (std::uint32_t line = range.first; line < range.last; ++line) {
    if (auto answer = answer_of(lines.line_text(line), lines.line_start(line)))
      words.answers.push_back(*answer);
  }
  return words;
}

}  // namespace tsg
