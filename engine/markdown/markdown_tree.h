// SPDX-License-Identifier: MIT
// A document parsed by cmark-gfm with tables, strikethrough and task lists, and nothing else.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/markdown/cmark_memory.h"

namespace tsg {

class MarkdownTree {
 public:
  // REQUIRES: beyond_bounds(text) is empty, or cmark-gfm may take quadratic time and memory
  explicit MarkdownTree(std::string_view text);

  cmark_node* root() const { return root_; }
  // Levels of nodes inside each other, counted up to `most`.
  std::size_t depth(std::size_t most) const;
  // cmark-gfm's own HTML. Raw HTML and every address are written as they stand in the tree.
  std::string html() const;

 private:
  CmarkMemory memory_;
  cmark_parser* parser_ = nullptr;  // owns the list of extensions, which rendering needs
  cmark_node* root_ = nullptr;
};

// Everything of a node that cmark-gfm allocates for goes by these functions: they throw std::bad_alloc where
// it would end the process. They are for nodes of a tree in this thread's last CmarkMemory.

// A node of that memory.
cmark_node* new_node(cmark_node_type type);
// The node's own text; empty for nodes that have none.
std::string_view literal_of(cmark_node* node);
void set_literal(cmark_node* node, const std::string& literal);
// Of a link or an image.
std::string_view url_of(cmark_node* node);
void set_url(cmark_node* node, const std::string& url);
std::string_view title_of(cmark_node* node);
void set_title(cmark_node* node, const std::string& title);
// Of a code block: what stands behind the fence.
std::string_view fence_info_of(cmark_node* node);
void set_fence_info(cmark_node* node, const std::string& info);
// Of a custom block: what is written before and behind its children.
void set_frame(cmark_node* node, const std::string& before, const std::string& behind);
// True for table nodes and the like, which only extensions know: "table", "table_row", "table_cell",
// "strikethrough".
bool is_extension_node(cmark_node* node, std::string_view type);

}  // namespace tsg
