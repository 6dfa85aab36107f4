// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/structure_check.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/markdown/html_names.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

enum class ItemKind : std::uint8_t { None, Bullet, Number };

struct Item {
  ItemKind kind = ItemKind::None;
  std::size_t indent = 0;  // columns; a tab counts four
  unsigned long number = 0;
  ByteRange digits = {};  // in the line
};

Item item_of(std::string_view line) {
  Item item;
  std::size_t at = 0;
  for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
    item.indent += line[at] == '\t' ? 4 : 1;
  const std::string_view rest = line.substr(at);
  if (rest.size() > 1 && (rest[0] == '*' || rest[0] == '-' || rest[0] == '+') &&
      (rest[1] == ' ' || rest[1] == '\t')) {
    item.kind = ItemKind::Bullet;
    return item;
  }
  std::size_t size = 0;
  while (size < rest.size() && size < 9 && ascii_digit(rest[size])) {
    item.number = item.number * 10 + static_cast<unsigned long>(rest[size++] - '0');
  }
  const bool numbered = size > 0 && size + 1 < rest.size() && (rest[size] == '.' || rest[size] == ')') &&
                        (rest[size + 1] == ' ' || rest[size + 1] == '\t');
  if (numbered) item.kind = ItemKind::Number;
  item.digits = {at, at + size};
  return item;
}

bool blank(std::string_view line) {
  return ascii_trimmed(line).empty();
}

void check_glued(ArticleView& view, const ArticleLine& line, const ArticleLine* before, const Item& item) {
  if (before == nullptr || before->kind != LineKind::Text || item.indent > 3) return;
  const std::string_view words = view.text_of(*before);
  const std::string_view trimmed = ascii_trimmed(words);
  const bool paragraph = !trimmed.empty() && item_of(words).kind == ItemKind::None &&
                         trimmed.front() != '#' && trimmed.front() != '|' && trimmed.front() != '>' &&
                         !ascii_space(words.front()) && !trimmed.ends_with("-->");
  if (!paragraph) return;
  const std::size_t begin = line.range.begin;
  Diagnostic& diagnostic = view.report(codes::list_glued, {begin, begin + 1},
                                       "no blank line stands before the list", "put one there");
  const bool crlf = before->range.end < view.text().size() && view.text()[before->range.end] == '\r';
  view.fix_safely(diagnostic, {begin, begin}, crlf ? "\r\n" : "\n");
}

// Numbers of one list on one level, reset by a heading or a line of text.
class NumberedList {
 public:
  void take(ArticleView& view, const ArticleLine& line, const Item& item) {
    if (item.kind != ItemKind::Number || item.indent > 0) return;
    const bool follows = last_ == 0 || item.number == last_ + 1 || item.number == 1;
    if (!follows && !told_) {
      told_ = true;
      const ByteRange range = {line.range.begin + item.digits.begin, line.range.begin + item.digits.end};
      Diagnostic& diagnostic =
          view.report(codes::list_jumps, range, fmt::format("the number {} follows {}", item.number, last_),
                      "Markdown numbers the items itself: write them in order");
      view.propose(diagnostic, range, std::to_string(last_ + 1));
    }
    last_ = item.number;
  }
  void end() { last_ = 0; }

 private:
  unsigned long last_ = 0;
  bool told_ = false;  // once an article: what follows a jump follows from it
};

}  // namespace

void check_lists(ArticleView& view) {
  if (!view.markdown()) return;
  const ArticleLine* before = nullptr;
  NumberedList numbers;
  bool deep_told = false;
  for (const ArticleLine& line : view.lines()) {
    if (line.kind == LineKind::Text) {
      const std::string_view words = view.text_of(line);
      const Item item = item_of(words);
      if (item.kind != ItemKind::None) {
        check_glued(view, line, before, item);
        if (item.indent >= 8 && !deep_told) {
          view.report(codes::list_deep, line.range, "the list is nested deeper than two levels",
                      "portals show two: make the inner list one of its own");
          deep_told = true;
        }
      }
      numbers.take(view, line, item);
      const bool continues = item.kind != ItemKind::None || blank(words) || ascii_space(words.front());
      if (!continues) numbers.end();
    }
    before = &line;
  }
}

namespace {

void check_fences(ArticleView& view) {
  const ArticleLine* open = nullptr;
  for (const ArticleLine& line : view.lines()) {
    if (line.kind == LineKind::Fence) open = open == nullptr ? &line : nullptr;
  }
  if (open == nullptr) return;
  view.report(codes::fence_open, open->range,
              "the code that begins here never ends: all below it is shown as code",
              "write a fence of its own line where it ends");
}

// `code` and comments blanked out, so that what is left is prose.
std::string prose_of(std::string_view line, bool& in_comment) {
  std::string prose(line);
  for (std::size_t at = 0; at < prose.size(); ++at) {
    if (in_comment) {
      const std::size_t end = prose.find("-->", at);
      const std::size_t stop = end == std::string::npos ? prose.size() : end + 3;
      std::fill(prose.begin() + static_cast<std::ptrdiff_t>(at),
                prose.begin() + static_cast<std::ptrdiff_t>(stop), ' ');
      in_comment = end == std::string::npos;
      at = stop - 1;
    } else if (prose.compare(at, 4, "<!--") == 0) {
      in_comment = true;
      --at;
    } else if (prose[at] == '`') {
      const std::size_t close = prose.find('`', at + 1);
      if (close == std::string::npos) continue;
      std::fill(prose.begin() + static_cast<std::ptrdiff_t>(at),
                prose.begin() + static_cast<std::ptrdiff_t>(close) + 1, ' ');
      at = close;
    }
  }
  return prose;
}

void check_line_stars(ArticleView& view, const ArticleLine& line, std::string_view prose) {
  std::size_t count = 0;
  std::size_t last = 0;
  for (std::size_t at = prose.find("**"); at != std::string_view::npos; at = prose.find("**", at + 2)) {
    ++count;
    last = at;
  }
  if (count % 2 == 0 || prose.find("***") != std::string_view::npos || ascii_trimmed(prose).starts_with('#'))
    return;
  const ByteRange range = {line.range.begin + last, line.range.begin + last + 2};
  view.report(codes::line_stars, range, "a `**` of this line has no partner: it is shown as it stands",
              "write both on one line, or none");
}

void check_tags(ArticleView& view, const ArticleLine& line, std::string_view prose) {
  for (std::size_t at = prose.find('<'); at != std::string_view::npos; at = prose.find('<', at + 1)) {
    const std::size_t end = prose.find('>', at);
    if (end == std::string_view::npos) return;
    std::string_view name = prose.substr(at + 1, end - at - 1);
    const ByteRange range = {line.range.begin + at, line.range.begin + end + 1};
    if (equal_ignoring_case(ascii_trimmed(name), "/br")) {
      Diagnostic& diagnostic =
          view.report(codes::line_break_closed, range, "`</br>` closes nothing", "write `<br>`");
      view.fix_safely(diagnostic, range, "<br>");
      continue;
    }
    const bool escaped = at > 0 && prose[at - 1] == '\\';
    const bool word = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_' || c == ' ';
    });
    if (escaped || !word || !ascii_alpha(name.front())) continue;
    const std::string_view tag = name.substr(0, name.find(' '));
    if (view.type() == "apollo" || use_of_element(ascii_lowered(tag)) != ElementUse::Unknown) continue;
    Diagnostic& diagnostic = view.report(codes::angle_word, range,
                                         fmt::format("portals take `<{}>` for HTML, and it vanishes", name),
                                         fmt::format("write `\\<{}>`, or put it in backticks", name));
    view.propose(diagnostic, {range.begin, range.begin}, "\\");
  }
}

void check_unsupported(ArticleView& view, const ArticleLine& line, std::string_view words, bool& table_told) {
  const std::string_view trimmed = ascii_trimmed(words);
  const std::size_t alert = words.find("[!");
  if (alert != std::string_view::npos && words.find(']', alert) != std::string_view::npos &&
      alert + 2 < words.size() && words[alert + 2] >= 'A' && words[alert + 2] <= 'Z') {
    view.report(codes::alert_used, {line.range.begin + alert, line.range.begin + words.find(']', alert) + 1},
                "Services Hub shows an alert as a quote", "write `**Note**:` where that matters");
  }
  const bool delimiter = trimmed.size() > 4 && trimmed.find("--") != std::string_view::npos &&
                         trimmed.find('|') != std::string_view::npos &&
                         trimmed.find_first_not_of("|-: \t") == std::string_view::npos;
  if (!delimiter || table_told) return;
  table_told = true;
  view.report(codes::table_used, line.range, "Services Hub does not show tables",
              "use a list where that matters");
}

bool opens_support_request(std::string_view words) {
  const std::string lowered = ascii_lowered(words);
  for (const char* phrase : {"open a support request", "create a support request", "submit a support request",
                             "open a support ticket", "create a support ticket"}) {
    if (lowered.find(phrase) != std::string::npos) return true;
  }
  return false;
}

bool says_nothing(const ArticleView& view) {
  for (const ArticleLine& line : view.lines()) {
    if (line.kind == LineKind::Header) continue;
    const std::string_view words = ascii_trimmed(view.text_of(line));
    if (!words.empty() && !words.starts_with("# ") && !words.starts_with("<!--")) return false;
  }
  return true;
}

}  // namespace

void check_blocks(ArticleView& view) {
  if (!view.markdown()) return;
  check_fences(view);
  bool in_comment = false;
  bool table_told = false;
  bool request_told = false;
  for (const ArticleLine& line : view.lines()) {
    if (line.kind != LineKind::Text) continue;
    const std::string_view words = view.text_of(line);
    if (in_comment || words.find_first_of("*<[|-") != std::string_view::npos) {
      const std::string prose = prose_of(words, in_comment);
      check_line_stars(view, line, prose);
      check_tags(view, line, prose);
      check_unsupported(view, line, words, table_told);
    }
    if (!request_told && words.find("upport") != std::string_view::npos &&
        item_of(words).kind != ItemKind::None && opens_support_request(words)) {
      view.report(codes::support_request, line.range, "a step opens a support request",
                  "the reader is on the way to one: give a step that may solve the problem");
      request_told = true;
    }
  }
  if (view.article().header.kind == HeaderKind::Properties && says_nothing(view)) {
    const ByteRange header = view.decoded(view.article().header.range);
    view.report(codes::body_empty, {header.end, header.end}, "nothing stands behind the header and the title",
                "write the article");
  }
}

}  // namespace tsg
