// SPDX-License-Identifier: MIT
#include "engine/markdown/markdown_writer.h"

#include <cmark-gfm-core-extensions.h>
#include <fmt/format.h>

#include <algorithm>

#include "engine/markdown/alerts.h"
#include "engine/markdown/html_names.h"
#include "engine/markdown/html_tokens.h"
#include "engine/markdown/keyed_text.h"
#include "engine/markdown/markdown_inlines.h"
#include "engine/markdown/markdown_tree.h"
#include "engine/model/limits.h"

namespace tsg {

namespace {

enum class Density : std::uint8_t { Loose, Tight };

class MarkdownWriter {
 public:
  MarkdownWriter(const PreparedBody& body, PlaceholderNames& names)
      : body_(body), lines_(names), inlines_(lines_, body) {}

  std::optional<Segments> take(cmark_node* root) {
    write_blocks(root, Density::Loose);
    if (full()) return std::nullopt;
    return lines_.take();
  }

 private:
  bool full() const { return lines_.bytes() > limits::rendered_bytes; }

  void write_blocks(cmark_node* parent, Density density) {
    cmark_node* before = nullptr;
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
      if (full()) return;
      if (hidden(child)) {
        write_markers(literal_of(child));
        continue;
      }
      if (before != nullptr)
        lines_.separate(density == Density::Tight ? tight_separation(before, child) : Separation::BlankLine);
      write_block(child);
      before = child;
    }
  }

  bool hidden(cmark_node* node) const {
    return cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK && only_markers(literal_of(node), body_);
  }

  void write_markers(std::string_view text) {
    for_each_piece(
        text, body_, [](std::string_view) {},
        [&](std::size_t cut, ByteRange) { inlines_.write_marker(cut); });
  }

  // In a tight list blocks follow each other without a blank line, where they stay two blocks then.
  static Separation tight_separation(cmark_node* before, cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    const bool text_before = cmark_node_get_type(before) == CMARK_NODE_PARAGRAPH;
    const bool bullets = type == CMARK_NODE_LIST && (cmark_node_get_list_type(node) == CMARK_BULLET_LIST ||
                                                     cmark_node_get_list_start(node) == 1);
    const bool interrupts = bullets || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HEADING ||
                            type == CMARK_NODE_BLOCK_QUOTE;
    const bool ends_itself = cmark_node_get_type(before) == CMARK_NODE_CODE_BLOCK ||
                             cmark_node_get_type(before) == CMARK_NODE_HEADING;
    return (text_before && interrupts) || ends_itself ? Separation::Line : Separation::BlankLine;
  }

  void write_block(cmark_node* node) {
    if (is_extension_node(node, "table")) return write_table(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        return inlines_.write_children(node, SlotContext::Text);
      case CMARK_NODE_HEADING:
        return write_heading(node);
      case CMARK_NODE_BLOCK_QUOTE:
        return write_quote(node);
      case CMARK_NODE_LIST:
        return write_list(node);
      case CMARK_NODE_CODE_BLOCK:
        return write_code_block(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return lines_.code("___");
      case CMARK_NODE_HTML_BLOCK:
        return write_html(literal_of(node));
      default:
        return;  // cmark-gfm's types are an open set; it makes no other block with these options
    }
  }

  void write_heading(cmark_node* node) {
    lines_.raw(std::string(static_cast<std::size_t>(cmark_node_get_heading_level(node)), '#') + " ");
    const std::size_t before = lines_.bytes();
    inlines_.write_children(node, SlotContext::Heading);
    // A heading's own last `#` would be taken for its end.
    if (lines_.bytes() > before && ends_with_hash(node)) lines_.raw(" #");
  }

  static bool ends_with_hash(cmark_node* node) {
    cmark_node* const last = cmark_node_last_child(node);
    return last != nullptr && literal_of(last).ends_with('#');
  }

  void write_quote(cmark_node* node) {
    lines_.raw("> ");
    lines_.push_prefix("> ");
    lines_.begin_line();
    if (const AlertKind* kind = alert_kind(node)) {
      lines_.code("[!" + std::string(kind->marker) + "]");
      lines_.separate(Separation::Line);
    }
    write_blocks(node, Density::Loose);
    lines_.pop_prefix(2);
  }

  void write_list(cmark_node* node) {
    const Density density = cmark_node_get_list_tight(node) ? Density::Tight : Density::Loose;
    const bool other_mark = other_mark_than_before(node);
    std::int64_t number = cmark_node_get_list_start(node);
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
      if (full()) return;
      if (item != cmark_node_first_child(node)) {
        lines_.separate(density == Density::Tight ? Separation::Line : Separation::BlankLine);
      }
      write_item(item, item_mark(node, number, other_mark), density);
      number = std::min<std::int64_t>(number + 1, 999999999);
    }
  }

  // Two lists in a row would be one if their items were marked alike.
  bool other_mark_than_before(cmark_node* list) const {
    bool other = false;
    for (cmark_node* node = cmark_node_previous(list); node != nullptr; node = cmark_node_previous(node)) {
      if (hidden(node)) continue;
      if (cmark_node_get_type(node) != CMARK_NODE_LIST) break;
      if (cmark_node_get_list_type(node) != cmark_node_get_list_type(list)) break;
      other = !other;
    }
    return other;
  }

  static std::string item_mark(cmark_node* list, std::int64_t number, bool other_mark) {
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) return other_mark ? "* " : "- ";
    return fmt::format("{}{} ", number, other_mark ? ')' : '.');
  }

  void write_item(cmark_node* item, const std::string& mark, Density density) {
    lines_.raw(mark);
    lines_.push_prefix(std::string(mark.size(), ' '));
    lines_.begin_line();
    if (is_extension_node(item, "tasklist")) {
      lines_.raw(cmark_gfm_extensions_get_tasklist_item_checked(item) ? "[x] " : "[ ] ");
    }
    write_blocks(item, density);
    lines_.pop_prefix(mark.size());
  }

  void write_code_block(cmark_node* node) {
    std::string_view literal = literal_of(node);
    if (literal.ends_with('\n')) literal.remove_suffix(1);
    const auto run =
        static_cast<std::uint16_t>(std::clamp<std::size_t>(longest_backtick_run(literal) + 1, 3, UINT16_MAX));
    const OutsideMarkers outside = outside_markers(literal, body_);
    const bool slots = body_.find(literal, 0).has_value();
    for (const std::size_t cut : outside.begins) inlines_.write_marker(cut);
    write_fence(run, slots);
    write_info(node);
    if (!literal.empty()) lines_.line_break();
    write_code_lines(literal, outside, run);
    lines_.line_break();
    write_fence(run, slots);
    for (const std::size_t cut : outside.ends) inlines_.write_marker(cut);
  }

  void write_fence(std::uint16_t run, bool slots) {
    if (slots) return lines_.fence(SlotContext::CodeBlock, run);
    lines_.code(std::string(run, '`'));
  }

  void write_info(cmark_node* node) {
    const std::string_view info = fence_info_of(node);
    if (info.find('`') == std::string_view::npos) lines_.raw(escaped_title(info));
  }

  void write_code_lines(std::string_view literal, const OutsideMarkers& outside, std::uint16_t run) {
    const SlotContext context = lines_.in_container() ? SlotContext::CodeSpan : SlotContext::CodeBlock;
    for_each_piece(
        literal, body_, [&](std::string_view piece) { write_code_piece(piece); },
        [&](std::size_t cut, ByteRange) {
          if (outside.holds(cut)) return;
          if (is_marker(body_.cuts[cut].kind)) return inlines_.write_marker(cut);
          lines_.slot(body_.cuts[cut], context, run);
        });
  }

  void write_code_piece(std::string_view piece) {
    for (std::size_t at = 0;;) {
      const std::size_t end = piece.find('\n', at);
      lines_.code(piece.substr(at, end - at));
      if (end == std::string_view::npos) return;
      lines_.line_break();
      at = end + 1;
    }
  }

  // A block that begins with `<pre>` goes on up to `</pre>`, over blank lines and all: it must end where it
  // ends here.
  static bool ends_with_its_pre(std::string_view html) {
    const std::size_t close = html.find("</pre>");
    if (close == std::string_view::npos || html.rfind("<pre") != 0) return false;
    return html.find('\n', close) == std::string_view::npos;
  }

  // Markdown leaves the text of a block of HTML alone, but only where such a block begins; else it reads it.
  void write_html(std::string_view html) {
    if (html.ends_with('\n')) html.remove_suffix(1);
    const std::vector<HtmlToken> tokens = scan_html(html);
    const bool tag = !tokens.empty() && tokens[0].kind != HtmlTokenKind::Text;
    const bool block =
        tag && begins_html_block(tokens[0].name) && (tokens[0].name != "pre" || ends_with_its_pre(html));
    if (block) return inlines_.write_html_block(html);
    inlines_.write_inline_html_block(html);
  }

  void write_table(cmark_node* table) {
    for (cmark_node* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
      if (full()) return;
      if (row != cmark_node_first_child(table)) lines_.line_break();
      write_row(row);
      if (row == cmark_node_first_child(table)) write_delimiters(table);
    }
  }

  void write_row(cmark_node* row) {
    lines_.code("|");
    for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
      lines_.code(" ");
      lines_.begin_cell();
      inlines_.write_children(cell, SlotContext::TableCell);
      lines_.end_cell();
      lines_.code(" |");
    }
  }

  void write_delimiters(cmark_node* table) {
    lines_.line_break();
    lines_.code("|");
    const std::uint8_t* const alignments = cmark_gfm_extensions_get_table_alignments(table);
    for (std::uint16_t column = 0; column < cmark_gfm_extensions_get_table_columns(table); ++column) {
      const char alignment = static_cast<char>(alignments[column]);
      lines_.code(alignment == 'l'   ? " :-- |"
                  : alignment == 'c' ? " :-: |"
                  : alignment == 'r' ? " --: |"
                                     : " --- |");
    }
  }

  const PreparedBody& body_;
  MarkdownLines lines_;
  MarkdownInlines inlines_;
};

}  // namespace

std::optional<Segments> write_markdown(cmark_node* root, const PreparedBody& body, PlaceholderNames& names) {
  return MarkdownWriter(body, names).take(root);
}

}  // namespace tsg
