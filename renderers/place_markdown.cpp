// SPDX-License-Identifier: MIT
#include "renderers/place_markdown.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::size_t run_of(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

// Knows whether a line stands in a fenced block.
class Fences {
 public:
  // True for the lines of a block, its fences included.
  bool takes(std::string_view line) {
    const std::string_view text = line.substr(std::min(line.find_first_not_of(" \t>"), line.size()));
    const char mark = text.empty() ? '\0' : text.front();
    const std::size_t run = mark == '`' || mark == '~' ? run_of(text, mark) : 0;
    if (open_ == 0) {
      if (run >= 3) {
        open_ = run;
        mark_ = mark;
      }
      return run >= 3;
    }
    const bool closes = mark == mark_ && run >= open_ && ascii_trimmed(text.substr(run)).empty();
    if (closes) open_ = 0;
    return true;
  }

 private:
  std::size_t open_ = 0;
  char mark_ = '\0';
};

std::size_t moved(std::size_t level, int top_level) {
  const std::size_t below = std::max<std::size_t>(level, 2) - 2;
  return std::min<std::size_t>(below + static_cast<std::size_t>(top_level), 6);
}

// The level of a `#` heading; 0 for any other line.
std::size_t atx_level(std::string_view line) {
  const std::size_t level = run_of(line, '#');
  const bool heading =
      level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ' || line[level] == '\t');
  return heading ? level : 0;
}

bool blank(std::string_view line) {
  return ascii_trimmed(line).empty();
}

// The level that `below` gives to a paragraph of the one line above it; 0 when it is no underline.
std::size_t underline_level(std::string_view below) {
  const std::string_view marks = ascii_trimmed(below);
  if (marks.empty() || run_of(marks, marks.front()) != marks.size()) return 0;
  return marks.front() == '=' ? 1 : marks.front() == '-' ? 2 : 0;
}

bool starts_paragraph(std::string_view line) {
  return !blank(line) && std::string_view(" \t#>|-*+<`~").find(line.front()) == std::string_view::npos;
}

}  // namespace

void place_markdown(std::string& out, std::string_view article, int top_level) {
  const std::vector<std::string_view> lines = lines_of(article);
  Fences fences;
  bool after_blank = true;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const std::string_view line = lines[at];
    const bool code = fences.takes(line);
    const bool single = !code && after_blank && starts_paragraph(line) && at + 1 < lines.size();
    const std::size_t underlined = single ? underline_level(lines[at + 1]) : 0;
    const std::size_t level = code ? 0 : atx_level(line);
    if (underlined > 0) {
      out.append(moved(underlined, top_level), '#').append(" ").append(line);
      ++at;
    } else {
      if (level > 0) out.append(moved(level, top_level), '#');
      out += line.substr(level);
    }
    out += '\n';
    after_blank = blank(line);
  }
}

}  // namespace tsg
