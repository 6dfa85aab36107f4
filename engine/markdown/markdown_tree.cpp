// SPDX-License-Identifier: MIT
#include "engine/markdown/markdown_tree.h"

#include <cmark-gfm-extension_api.h>

#include <algorithm>

#include "engine/markdown/cmark_parsing.h"

namespace tsg {

MarkdownTree::MarkdownTree(std::string_view text) {
  const CmarkParsing parsing;
  CmarkMemory::run([this, text] {
    parser_ = new_article_parser(CMARK_OPT_DEFAULT);
    cmark_parser_feed(parser_, text.data(), text.size());
    root_ = cmark_parser_finish(parser_);
  });
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
  constexpr int options = CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE;
  const char* const html = CmarkMemory::run(
      [this] { return cmark_render_html(root_, options, cmark_parser_get_syntax_extensions(parser_)); });
  return html;
}

namespace {

std::string_view text_of(cmark_node* node, const char* (*get)(cmark_node*)) {
  const char* const text = CmarkMemory::run([node, get] { return get(node); });
  return text == nullptr ? std::string_view() : std::string_view(text);
}

void set_text(cmark_node* node, int (*set)(cmark_node*, const char*), const std::string& text) {
  const char* const bytes = text.c_str();
  CmarkMemory::run([node, set, bytes] { return set(node, bytes); });
}

}  // namespace

cmark_node* new_node(cmark_node_type type) {
  return CmarkMemory::run([type] { return cmark_node_new_with_mem(type, CmarkMemory::allocator()); });
}

std::string_view literal_of(cmark_node* node) {
  return text_of(node, cmark_node_get_literal);
}
void set_literal(cmark_node* node, const std::string& literal) {
  set_text(node, cmark_node_set_literal, literal);
}

std::string_view url_of(cmark_node* node) {
  return text_of(node, cmark_node_get_url);
}
void set_url(cmark_node* node, const std::string& url) {
  set_text(node, cmark_node_set_url, url);
}

std::string_view title_of(cmark_node* node) {
  return text_of(node, cmark_node_get_title);
}
void set_title(cmark_node* node, const std::string& title) {
  set_text(node, cmark_node_set_title, title);
}

std::string_view fence_info_of(cmark_node* node) {
  return text_of(node, cmark_node_get_fence_info);
}
void set_fence_info(cmark_node* node, const std::string& info) {
  set_text(node, cmark_node_set_fence_info, info);
}

void set_frame(cmark_node* node, const std::string& before, const std::string& behind) {
  set_text(node, cmark_node_set_on_enter, before);
  set_text(node, cmark_node_set_on_exit, behind);
}

bool is_extension_node(cmark_node* node, std::string_view type) {
  return cmark_node_get_syntax_extension(node) != nullptr && cmark_node_get_type_string(node) == type;
}

}  // namespace tsg
