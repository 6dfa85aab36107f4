// SPDX-License-Identifier: MIT
#include "engine/markdown/bounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/markdown/bracket_cost.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/line_end.h"

namespace tsg {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view without_quote_marks(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r>");
  return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

// Leaps from one to the next: there are few.
std::size_t count_of(char c, std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find(c); at != std::string_view::npos; at = text.find(c, at + 1)) ++count;
  return count;
}

std::size_t pipes_in(std::string_view line) {
  return count_of('|', line);
}

bool like_delimiter_row(std::string_view line) {
  if (line.find('-') == std::string_view::npos) return false;
  const std::string_view row = without_quote_marks(line);
  return row.find('-') != std::string_view::npos &&
         row.find_first_not_of("|-: \t\r\f\v") == std::string_view::npos;
}

std::size_t columns_of(std::string_view delimiter_row) {
  std::string_view row = ascii_trimmed(without_quote_marks(delimiter_row));
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|')) row.remove_suffix(1);
  return pipes_in(row) + 1;
}

bool blank_at(std::string_view line, std::size_t at) {
  return at < line.size() && (line[at] == ' ' || line[at] == '\t');
}

// Behind the list marker at `at`; `at` when there is none.
std::size_t behind_marker(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && ascii_digit(line[end])) ++end;
  const std::string_view ends = end > at ? ".)" : "-+*";
  if (end == line.size() || ends.find(line[end]) == std::string_view::npos) return at;
  return blank_at(line, end + 1) ? end + 1 : at;
}

// Quotes and list items that begin on the line.
std::size_t container_markers(std::string_view line) {
  std::size_t markers = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (blank_at(line, at)) {
      ++at;
      continue;
    }
    const std::size_t end = line[at] == '>' ? at + 1 : behind_marker(line, at);
    if (end == at) break;
    ++markers;
    at = end;
  }
  return markers;
}

bool begins_link_definition(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t>-+*.)0123456789");
  return begin != std::string_view::npos && line[begin] == '[' &&
         line.find("]:", begin) != std::string_view::npos;
}

// Adds up, line by line, what the parser would do.
class ParserCost {
 public:
  void take(std::string_view line) {
    ++line_;
    if (line.find_first_not_of(blanks) == std::string_view::npos) return end_run();
    const std::size_t brackets = count_of('[', line);
    uses_ += brackets;
    take_definition(line, brackets > 0);
    take_table_line(line);
    if (container_markers(line) > limits::container_markers && !thematic(line)) {
      refuse(
          fmt::format("line {} opens more than {} quotes and list items", line_, limits::container_markers));
    }
  }

  std::optional<std::string> verdict() {
    if (!refusal_ && longest_definition_ * uses_ > limits::reference_expansion_bytes) {
      refuse(fmt::format(
          "its link definitions are long, and used so often, that they may grow to {} bytes; {} are read",
          longest_definition_ * uses_, limits::reference_expansion_bytes));
    }
    return refusal_;
  }

 private:
  // `- - -` opens no list items.
  static bool thematic(std::string_view line) {
    return line.find_first_not_of("- \t") == std::string_view::npos ||
           line.find_first_not_of("* \t") == std::string_view::npos;
  }

  void end_run() {
    run_bytes_ = run_pipes_ = columns_ = 0;
    end_definition();
  }

  void end_definition() {
    longest_definition_ = std::max(longest_definition_, definition_);
    definition_ = 0;
  }

  void take_definition(std::string_view line, bool has_bracket) {
    if (has_bracket && begins_link_definition(line)) {
      end_definition();
      definition_ = line.size();
    } else if (definition_ > 0) {
      definition_ += line.size();
    }
    longest_definition_ = std::max(longest_definition_, definition_);
  }

  void take_table_line(std::string_view line) {
    const std::size_t pipes = pipes_in(line);
    run_pipes_ += pipes;
    run_bytes_ += line.size();
    if (like_delimiter_row(line)) {
      columns_ = std::max(columns_, columns_of(line));
      steps_ += run_bytes_ + run_pipes_ * run_pipes_;
    }
    if (columns_ > 0) steps_ += pipes * pipes;
    cells_ += columns_;
    refuse_tables();
  }

  void refuse_tables() {
    if (columns_ > limits::table_columns) {
      refuse(fmt::format("the table at line {} has {} columns; at most {} are read", line_, columns_,
                         limits::table_columns));
    } else if (cells_ > limits::table_cells) {
      refuse(fmt::format("its tables have more than {} cells", limits::table_cells));
    } else if (steps_ > limits::table_search_steps) {
      refuse(fmt::format("the text at line {} is too long, without blank lines, to look for tables in it",
                         line_));
    }
  }

  void refuse(std::string why) {
    if (!refusal_) refusal_ = std::move(why);
  }

  std::size_t line_ = 0;
  std::size_t run_bytes_ = 0;  // of the lines since the last blank one
  std::size_t run_pipes_ = 0;
  std::size_t columns_ = 0;  // of the widest delimiter row since the last blank line
  std::size_t cells_ = 0;
  std::size_t steps_ = 0;
  std::size_t definition_ = 0;
  std::size_t longest_definition_ = 0;
  std::size_t uses_ = 0;
  std::optional<std::string> refusal_;
};

}  // namespace

std::optional<std::string> beyond_bounds(std::string_view markdown) {
  if (markdown.size() > limits::markdown_bytes) {
    return fmt::format("it has {} bytes; at most {} are read", markdown.size(), limits::markdown_bytes);
  }
  ParserCost cost;
  for (std::size_t begin = 0; begin < markdown.size();) {
    const std::size_t end = line_end(markdown, begin);
    cost.take(markdown.substr(begin, end - begin));
    begin = end + 1;
    if (end + 1 < markdown.size() && markdown[end] == '\r' && markdown[end + 1] == '\n') ++begin;
  }
  if (std::optional<std::string> refusal = cost.verdict()) return refusal;
  // Most texts have too few brackets altogether for a closer look.
  const std::size_t brackets = count_of(']', markdown);
  if (brackets * brackets <= limits::bracket_looks / 4 && count_of('[', markdown) <= brackets * 4)
    return std::nullopt;
  if (bracket_looks(markdown) <= limits::bracket_looks) return std::nullopt;
  return "it has too many brackets without a blank line between them";
}

}  // namespace tsg
