// SPDX-License-Identifier: MIT
#include "engine/markdown/block_writer.h"

#include <cmark-gfm-core-extensions.h>

#include "engine/markdown/alerts.h"
#include "engine/markdown/block_inlines.h"
#include "engine/markdown/markdown_tree.h"

namespace tsg {

namespace {

std::uint16_t columns(std::size_t count) {
  return static_cast<std::uint16_t>(count);
}

class BlockWriter {
 public:
  BlockWriter(const PreparedBody& body, PlaceholderNames& names) : blocks_(names), inlines_(blocks_, body) {}

  std::vector<Block> take(cmark_node* root) {
    write_children(root);
    return blocks_.take();
  }

 private:
  void write_children(cmark_node* parent) {
    for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;
         child = cmark_node_next(child)) {
      write(child);
    }
  }

  void write(cmark_node* node) {
    if (is_extension_node(node, "table")) return write_table(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_PARAGRAPH:
        return write_text(node, paragraph());
      case CMARK_NODE_HEADING:
        return write_text(node, heading(node));
      case CMARK_NODE_BLOCK_QUOTE:
        return write_quote(node);
      case CMARK_NODE_LIST:
        return write_list(node);
      case CMARK_NODE_CODE_BLOCK:
        return write_code(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return begin_and_end({.kind = BlockKind::Rule, .indent = indent_});
      case CMARK_NODE_HTML_BLOCK:
        return write_html(node);
      default:
        return;  // cmark-gfm's types are an open set; it makes no other block with these options
    }
  }

  void begin_and_end(Block block) {
    blocks_.begin(std::move(block));
    blocks_.end();
  }

  Block paragraph() const {
    if (quotes_ == 0) return {.kind = BlockKind::Paragraph, .indent = indent_};
    return {.kind = BlockKind::Quote, .level = quotes_, .indent = columns(indent_ - 2U * quotes_)};
  }

  Block heading(cmark_node* node) const {
    return {.kind = BlockKind::Heading,
            .level = columns(static_cast<std::size_t>(cmark_node_get_heading_level(node))),
            .indent = indent_};
  }

  // The first text of a list item stands in the block that its marker began.
  void write_text(cmark_node* node, Block block) {
    const bool behind_marker = item_begun_ && block.kind != BlockKind::Heading;
    item_begun_ = false;
    if (!behind_marker) blocks_.begin(std::move(block));
    inlines_.write_children(node);
    blocks_.end();
  }

  void write_quote(cmark_node* node) {
    end_item_line();
    ++quotes_;
    indent_ = columns(indent_ + 2U);
    if (const AlertKind* kind = alert_kind(node)) {
      begin_and_end({.kind = BlockKind::Alert,
                     .level = quotes_,
                     .indent = columns(indent_ - 2U * quotes_),
                     .marker = std::string(kind->marker)});
    }
    write_children(node);
    indent_ = columns(indent_ - 2U);
    --quotes_;
  }

  void end_item_line() {
    if (item_begun_) blocks_.end();
    item_begun_ = false;
  }

  void write_list(cmark_node* node) {
    end_item_line();
    ++depth_;
    int number = cmark_node_get_list_start(node);
    for (cmark_node* item = cmark_node_first_child(node); item != nullptr; item = cmark_node_next(item)) {
      write_item(item, item_marker(node, item, number));
      if (number < 999999999) ++number;
    }
    --depth_;
  }

  static std::string item_marker(cmark_node* list, cmark_node* item, int number) {
    if (is_extension_node(item, "tasklist")) {
      return cmark_gfm_extensions_get_tasklist_item_checked(item) ? "[x]" : "[ ]";
    }
    if (cmark_node_get_list_type(list) == CMARK_BULLET_LIST) return "-";
    return std::to_string(number) + (cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ")" : ".");
  }

  void write_item(cmark_node* item, const std::string& marker) {
    blocks_.begin({.kind = BlockKind::ListItem, .level = depth_, .indent = indent_, .marker = marker});
    item_begun_ = true;
    indent_ = columns(indent_ + marker.size() + 1);
    write_children(item);
    indent_ = columns(indent_ - marker.size() - 1);
    end_item_line();
  }

  void write_code(cmark_node* node) {
    end_item_line();
    std::string_view literal = literal_of(node);
    if (literal.ends_with('\n')) literal.remove_suffix(1);
    blocks_.begin({.kind = BlockKind::Code, .indent = indent_});
    inlines_.write_lines(literal);
    blocks_.end();
  }

  void write_html(cmark_node* node) {
    const std::string_view html = literal_of(node);
    inlines_.write_html(html, paragraph());
    // What only marks something leaves a list item's line open for the item's text.
    if (html.find('<') == std::string_view::npos && item_begun_) return;
    item_begun_ = false;
    blocks_.end();
  }

  void write_table(cmark_node* table) {
    end_item_line();
    for (cmark_node* row = cmark_node_first_child(table); row != nullptr; row = cmark_node_next(row)) {
      const bool header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
      blocks_.begin({.kind = BlockKind::TableRow, .level = columns(header ? 1 : 0), .indent = indent_});
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
        if (cell != cmark_node_first_child(row)) blocks_.cell_break();
        inlines_.write_children(cell);
      }
      blocks_.end();
    }
  }

  BlockBuilder blocks_;
  BlockInlines inlines_;
  std::uint16_t indent_ = 0;
  std::uint16_t quotes_ = 0;
  std::uint16_t depth_ = 0;
  bool item_begun_ = false;  // an item's marker is written, and nothing behind it
};

}  // namespace

std::vector<Block> write_blocks(cmark_node* root, const PreparedBody& body, PlaceholderNames& names) {
  return BlockWriter(body, names).take(root);
}

}  // namespace tsg
