// SPDX-License-Identifier: MIT
// The tree that cmark-gfm with all its extensions makes of a text.
#pragma once

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <memory>
#include <string>
#include <string_view>

namespace tsg::test {

// Types of all nodes, entering and leaving; the text of all leaves and the URLs of links beside it.
struct MarkdownShape {
  std::string nodes = {};
  std::string text = {};
};

enum class Autolinks { On, Off };

inline std::unique_ptr<cmark_node, decltype(&cmark_node_free)> parse_markdown(const std::string& markdown,
                                                                              Autolinks autolinks) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* const parser = cmark_parser_new(CMARK_OPT_FOOTNOTES);
  for (const char* name : {"table", "strikethrough", "tagfilter", "tasklist", "autolink"}) {
    if (autolinks == Autolinks::Off && std::string_view(name) == "autolink") continue;
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* const root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  cmark_consolidate_text_nodes(root);
  return {root, &cmark_node_free};
}

inline MarkdownShape markdown_shape(const std::string& markdown, Autolinks autolinks = Autolinks::On) {
  const auto root = parse_markdown(markdown, autolinks);
  MarkdownShape shape;
  cmark_iter* const iterator = cmark_iter_new(root.get());
  for (cmark_event_type event = cmark_iter_next(iterator); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator)) {
    cmark_node* const node = cmark_iter_get_node(iterator);
    const bool enters = event == CMARK_EVENT_ENTER;
    shape.nodes += enters ? "<" : ">";
    shape.nodes += cmark_node_get_type_string(node);
    const char* const literal = enters ? cmark_node_get_literal(node) : nullptr;
    if (literal != nullptr) shape.text += literal;
    const char* const url = enters ? cmark_node_get_url(node) : nullptr;
    if (url != nullptr) shape.text += std::string("<") + url + ">";
  }
  cmark_iter_free(iterator);
  return shape;
}

}  // namespace tsg::test
