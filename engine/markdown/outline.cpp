// SPDX-License-Identifier: MIT
#include "engine/markdown/outline.h"

#include <algorithm>
#include <optional>
#include <string>

#include "engine/markdown/cmark_tree.h"
#include "engine/markdown/markdown_tree.h"
#include "engine/markdown/source_lines.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// Text goes to this many of the headings, links and images it stands in; images may nest without end.
constexpr std::size_t most_nested = 8;
// A longer text between brackets is not given as written.
constexpr std::size_t longest_source = 4096;

std::string_view heading_source(std::string_view line, int column) {
  const std::size_t begin =
      line.find('#', std::min(static_cast<std::size_t>(std::max(column, 1)) - 1, line.size()));
  if (begin == std::string_view::npos) return {};
  line = ascii_trimmed(line.substr(begin));
  line = ascii_trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
  const std::size_t closing = line.find_last_not_of('#') + 1;
  if (closing == line.size()) return line;
  if (closing == 0) return {};
  return ascii_space(line[closing - 1]) ? ascii_trimmed(line.substr(0, closing)) : line;
}

// The text between the bracket that begins `text` and the one that closes it; empty when none does within
// reach.
std::string_view bracketed(std::string_view text) {
  text = text.substr(std::min<std::size_t>(1, text.size()), longest_source);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '[')
      ++depth;
    else if (text[at] == ']' && depth-- == 0)
      return text.substr(0, at);
  }
  return {};
}

// The destination in the parentheses that begin `text`, as written; empty when `text` does not begin with
// one.
std::string_view written_destination(std::string_view text) {
  if (!text.starts_with('(')) return {};
  text = text.substr(1, longest_source);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.starts_with('<')) return text.substr(1, std::min(text.find('>'), text.size()) - 1);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (ascii_space(text[at])) return text.substr(0, at);
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '(')
      ++depth;
    else if (text[at] == ')' && depth-- == 0)
      return text.substr(0, at);
  }
  return {};
}

class OutlineReader {
 public:
  explicit OutlineReader(std::string_view markdown) : lines_(markdown), tree_(markdown) {}

  Outline read() {
    const CmarkIterator iterator = tree_.iterator();
    while (true) {
      const cmark_event_type event = cmark_iter_next(iterator.get());
      if (event == CMARK_EVENT_DONE) break;
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (event == CMARK_EVENT_ENTER) enter(node);
      if (event == CMARK_EVENT_EXIT) leave(node);
    }
    return std::move(outline_);
  }

 private:
  // A heading or link whose text is being gathered.
  struct Open {
    bool heading = false;
    std::size_t index = 0;
  };

  void enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_HEADING) return enter_heading(node);
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return enter_link(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) add_text(literal_of(node));
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) add_text(" ");
  }

  void leave(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type != CMARK_NODE_HEADING && type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE) return;
    if (type == CMARK_NODE_HEADING) {
      std::string& text = outline_.headings.back().text;
      text = std::string(ascii_trimmed(text));
    }
    open_.pop_back();
  }

  void enter_heading(cmark_node* node) {
    const int line = cmark_node_get_start_line(node);
    open_.push_back({true, outline_.headings.size()});
    outline_.headings.push_back(
        {.level = cmark_node_get_heading_level(node), .line = lines_.file_line(line)});
    std::string_view source = heading_source(lines_.line(line), cmark_node_get_start_column(node));
    if (cmark_node_get_end_line(node) == line) outline_.headings.back().source = std::string(source);
  }

  void enter_link(cmark_node* node) {
    open_.push_back({false, outline_.links.size()});
    const int line = first_line(node);
    outline_.links.push_back({.url = std::string(url_of(node)),
                              .image = cmark_node_get_type(node) == CMARK_NODE_IMAGE,
                              .line = lines_.file_line(line)});
    const std::string_view bracket = from_bracket(node, line);
    const std::string_view text = bracketed(bracket);
    if (bracket.empty() || bracket.size() < text.size() + 2) return;
    const std::string_view behind = bracket.substr(text.size() + 2);
    if (!behind.starts_with('(')) return;
    outline_.links.back().source = std::string(text);
    outline_.links.back().destination = std::string(written_destination(behind));
  }

  void add_text(std::string_view text) {
    const std::size_t count = std::min(open_.size(), most_nested);
    for (std::size_t i = 0; i < count; ++i) {
      const Open& open = open_[i];
      (open.heading ? outline_.headings[open.index].text : outline_.links[open.index].text).append(text);
    }
  }

  // cmark gives a link the line it ends on; its first child stands on the line it begins on.
  static int first_line(cmark_node* node) {
    cmark_node* child = cmark_node_first_child(node);
    const int child_line = child == nullptr ? 0 : cmark_node_get_start_line(child);
    const int line = cmark_node_get_start_line(node);
    return child_line > 0 && child_line < line ? child_line : line;
  }

  static cmark_node* block_of(cmark_node* node) {
    while (node != nullptr && cmark_node_get_type(node) != CMARK_NODE_DOCUMENT && !block(node)) {
      node = cmark_node_parent(node);
    }
    return node;
  }

  static bool block(cmark_node* node) {
    return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  }

  // Where `[text](url)` with the URL of `node` begins on a line whose columns are not to be trusted.
  std::string_view search_bracket(cmark_node* node, std::string_view line) const {
    constexpr int most_tries = 32;
    const std::string_view url = url_of(node);
    std::size_t at = line.find('[');
    for (int tries = 0; at != std::string_view::npos && tries < most_tries;
         ++tries, at = line.find('[', at + 1)) {
      const std::string_view bracket = lines_.text().substr(lines_.offset(line) + at);
      const std::string_view text = bracketed(bracket);
      if (written_destination(bracket.substr(std::min(text.size() + 2, bracket.size()))) == url)
        return bracket;
    }
    return {};
  }

  // Columns of inlines count from the block's own column; the lines of a paragraph behind its first lost the
  // blanks and quote marks before them. Gives the text from the link's opening bracket on; empty when it is
  // not there.
  std::string_view from_bracket(cmark_node* node, int line) const {
    cmark_node* parent = block_of(node);
    if (parent == nullptr) return {};
    const std::string_view text = lines_.line(line);
    int column = cmark_node_get_start_column(node) - 1;
    if (line != cmark_node_get_start_line(parent)) {
      column -= cmark_node_get_start_column(parent) - 1;
      column += static_cast<int>(std::min(text.find_first_not_of(" \t>"), text.size()));
    }
    auto at = static_cast<std::size_t>(std::max(column, 0));
    if (at < text.size() && cmark_node_get_type(node) == CMARK_NODE_IMAGE && text[at] == '!') ++at;
    if (at >= text.size() || text[at] != '[') return search_bracket(node, text);
    return lines_.text().substr(lines_.offset(text) + at);
  }

  SourceLines lines_;
  CmarkTree tree_;
  Outline outline_ = {};
  std::vector<Open> open_ = {};
};

}  // namespace

Outline read_outline(std::string_view markdown) {
  return OutlineReader(markdown).read();
}

}  // namespace tsg
