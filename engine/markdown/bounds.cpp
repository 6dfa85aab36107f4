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

// Every row of a table is filled up to the columns of its delimiter row, and costs the square of its own
// cells.
std::optional<std::string> table_beyond(std::string_view markdown) {
  Lines lines(markdown);
  std::size_t columns = 0;  // of the table this line may belong to; 0 outside
  std::size_t cells = 0;
  std::size_t cells_before = 0;
  while (const std::optional<std::string_view> line = lines.next()) {
    const std::size_t here = cells_of(*line);
    if (blank(*line)) columns = 0;
    if (delimiter_row(*line)) {
      columns = std::max(columns, here);
      cells += cells_before;
    }
    cells_before = std::max(here, columns);
    if (columns == 0) continue;
    cells += cells_before;
    const std::size_t widest = std::max(columns, here);
    if (widest > limits::table_columns + 2)
      return too_many("the columns of a table are", widest, limits::table_columns);
    if (cells > limits::table_cells)
      return too_many("the cells of all tables are", cells, limits::table_cells);
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

}  // namespace

std::optional<std::string> beyond_bounds(std::string_view markdown) {
  if (markdown.size() > limits::markdown_bytes) {
    return too_many("the bytes of the text are", markdown.size(), limits::markdown_bytes);
  }
  if (std::optional<std::string> table = table_beyond(markdown)) return table;
  return references_beyond(markdown);
}

}  // namespace tsg
