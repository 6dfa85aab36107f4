// SPDX-License-Identifier: MIT
// A document parsed by cmark-gfm with tables, strikethrough and task lists, and nothing else.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace tsg {

class MarkdownTree {
 public:
  // REQUIRES: beyond_bounds(text) is empty, or cmark-gfm may take quadratic time and memory
  explicit MarkdownTree(std::string_view text);

  cmark_node* root() const { return root_.get(); }
  // Levels of nodes inside each other, counted up to `most`.
  std::size_t depth(std::size_t most) const;
  // cmark-gfm's own HTML. Raw HTML and every address are written as they stand in the tree.
  std::string html() const;

 private:
  struct FreeParser {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  };
  struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
  };
  std::unique_ptr<cmark_parser, FreeParser> parser_;  // owns the list of extensions, which rendering needs
  std::unique_ptr<cmark_node, FreeNode> root_;
};

// The node's own text; empty for nodes that have none.
std::string_view literal_of(cmark_node* node);
void set_literal(cmark_node* node, const std::string& literal);
// True for table nodes and the like, which only extensions know: "table", "table_row", "table_cell",
// "strikethrough".
bool is_extension_node(cmark_node* node, std::string_view type);

}  // namespace tsg
