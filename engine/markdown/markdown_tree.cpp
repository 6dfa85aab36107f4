// SPDX-License-Identifier: MIT
#include "engine/markdown/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <algorithm>
#include <cstdlib>

#include "engine/markdown/cmark_tree.h"

namespace tsg {

MarkdownTree::MarkdownTree(std::string_view text) {
  const CmarkParsing parsing;
  parser_.reset(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser_.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser_.get(), text.data(), text.size());
  root_.reset(cmark_parser_finish(parser_.get()));
}

std::size_t MarkdownTree::depth(std::size_t most) const {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (cmark_node* node = root(); node != nullptr && deepest < most;) {
    if (cmark_node* child = cmark_node_first_child(node)) {
      node = child;
      deepest = std::max(deepest, ++depth);
      continue;
    }
    for (; node != nullptr && cmark_node_next(node) == nullptr && depth > 0; --depth)
      node = cmark_node_parent(node);
    node = cmark_node_next(node);
  }
  return deepest;
}

std::string MarkdownTree::html() const {
  const int options = CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE;
  char* const html = cmark_render_html(root(), options, cmark_parser_get_syntax_extensions(parser_.get()));
  std::string text = html;
  std::free(html);
  return text;
}

std::string_view literal_of(cmark_node* node) {
  const char* const literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

void set_literal(cmark_node* node, const std::string& literal) {
  cmark_node_set_literal(node, literal.c_str());
}

bool is_extension_node(cmark_node* node, std::string_view type) {
  return cmark_node_get_syntax_extension(node) != nullptr && cmark_node_get_type_string(node) == type;
}

}  // namespace tsg
