// SPDX-License-Identifier: MIT
#include "engine/markdown/bounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/model/limits.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// Walks a text by the line ends that Markdown knows: LF, CR LF, CR.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::optional<std::string_view> next() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = std::min(rest_.find_first_of("\r\n"), rest_.size());
    const std::string_view line = rest_.substr(0, end);
    const bool pair = rest_.substr(end).starts_with("\r\n");
    rest_.remove_prefix(std::min(rest_.size(), end + (pair ? 2U : 1U)));
    return line;
  }

 private:
  std::string_view rest_;
};

std::size_t cells_of(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) + 1;
}

// A line such as `| --- | :-: |`, also inside quotes and lists. A single column needs no bar, so `---` is one
// as well.
bool delimiter_row(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of(" \t|:->") == std::string_view::npos;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t>") == std::string_view::npos;
}

std::string too_many(std::string_view what, std::size_t count, std::size_t most) {
  return fmt::format("{} {}, more than {}", what, count, most);
}

// What tables would cost, line by line. Every row is filled up to the columns of its delimiter row and costs
// the square of its own cells; every line that looks like a delimiter row makes cmark read the paragraph
// before it again.
class TableCost {
 public:
  std::optional<std::string> add(std::string_view line) {
    if (blank(line)) *this = TableCost(cells_, search_);
    const std::size_t here = cells_of(line);
    widest_ = std::max(widest_, here);
    if (delimiter_row(line)) begin_table(here);
    block_bytes_ += line.size() + 1;
    if (columns_ == 0) return std::nullopt;
    cells_ += std::max(here, columns_);
    return beyond();
  }

 private:
  TableCost(std::size_t cells, std::size_t search) : cells_(cells), search_(search) {}
  friend std::optional<std::string> table_beyond(std::string_view markdown);

  void begin_table(std::size_t here) {
    columns_ = std::max(columns_, here);
    cells_ += std::max(columns_, widest_);
    search_ += block_bytes_;
  }

  std::optional<std::string> beyond() const {
    // A row may begin and end with a bar, which makes two cells too many.
    if (widest_ > limits::table_columns + 2) {
      return too_many("the columns of a table are", widest_, limits::table_columns);
    }
    if (cells_ > limits::table_cells)
      return too_many("the cells of all tables are", cells_, limits::table_cells);
    if (search_ <= limits::table_search_bytes) return std::nullopt;
    return too_many("the bytes to be searched for tables are", search_, limits::table_search_bytes);
  }

  std::size_t cells_ = 0;
  std::size_t search_ = 0;
  // Of the lines since the last blank one:
  std::size_t columns_ = 0;  // of the table they may belong to; 0 before a delimiter row
  std::size_t widest_ = 0;
  std::size_t block_bytes_ = 0;
};

std::optional<std::string> table_beyond(std::string_view markdown) {
  Lines lines(markdown);
  TableCost cost(0, 0);
  while (const std::optional<std::string_view> line = lines.next()) {
    if (std::optional<std::string> why = cost.add(*line)) return why;
  }
  return std::nullopt;
}

// Whether what stands behind a label's `]:` can be a destination, alone or with a title behind it.
bool destination_and_title(std::string_view rest) {
  rest = ascii_trimmed(rest);
  const bool pointed = rest.starts_with('<');
  const std::size_t end = pointed ? rest.find('>') : rest.find_first_of(" \t");
  if (end == std::string_view::npos) return true;
  rest = ascii_trimmed(rest.substr(end + (pointed ? 1U : 0U)));
  return rest.empty() || rest.front() == '"' || rest.front() == '\'' || rest.front() == '(';
}

// A line such as `[label]: https://...`, inside quotes and lists too; the label may have begun on a line
// before.
bool begins_definition(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>*+-.)0123456789");
  const std::size_t bracket = line.find('[');
  for (std::size_t close = line.find("]:"); close != std::string_view::npos;
       close = line.find("]:", close + 1)) {
    if (bracket < close && bracket != first) return false;
    if (destination_and_title(line.substr(close + 2))) return true;
  }
  return false;
}

// Whether a definition that fits one line may still go on behind it: with a title, or a destination yet to
// come.
bool may_go_on(std::string_view line) {
  return line.find_first_of("\"'(") != std::string_view::npos || ascii_trimmed(line).ends_with("]:");
}

// The bytes that a use of the longest link definition brings along. A definition is counted to the next blank
// line, unless the line behind it begins another and it has ended for sure.
std::size_t longest_definition(std::string_view markdown) {
  Lines lines(markdown);
  std::size_t longest = 0;
  std::size_t current = 0;  // bytes of the definition that may still go on; 0 outside
  bool ended = false;
  while (const std::optional<std::string_view> line = lines.next()) {
    const bool begins = begins_definition(*line);
    if (blank(*line) || (begins && ended)) current = 0;
    if (!begins && current == 0) continue;
    ended = begins && current == 0 && !may_go_on(*line);
    current += line->size() + 1;
    longest = std::max(longest, current);
  }
  return longest;
}

std::optional<std::string> references_beyond(std::string_view markdown) {
  const std::size_t longest = longest_definition(markdown);
  const auto uses = static_cast<std::size_t>(std::count(markdown.begin(), markdown.end(), ']'));
  if (longest == 0 || uses <= limits::reference_expansion_bytes / longest) return std::nullopt;
  return too_many("the link definitions could expand to", longest * uses, limits::reference_expansion_bytes) +
         " bytes";
}

std::optional<std::string> brackets_beyond(std::string_view markdown) {
  Lines lines(markdown);
  std::size_t opened = 0;  // since the last blank line
  std::size_t looks = 0;
  while (const std::optional<std::string_view> line = lines.next()) {
    if (blank(*line)) opened = 0;
    for (const char c : *line) {
      if (c == '[') ++opened;
      if (c == ']') looks += opened;
    }
    if (looks > limits::bracket_looks)
      return too_many("the looks for open brackets are", looks, limits::bracket_looks);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> beyond_bounds(std::string_view markdown) {
  if (markdown.size() > limits::markdown_bytes) {
    return too_many("the bytes of the text are", markdown.size(), limits::markdown_bytes);
  }
  if (std::optional<std::string> table = table_beyond(markdown)) return table;
  if (std::optional<std::string> brackets = brackets_beyond(markdown)) return brackets;
  return references_beyond(markdown);
}

}  // namespace tsg
