// SPDX-License-Identifier: MIT
#include "tests/conform/opaque_text.h"

#include <algorithm>

#include "engine/markdown/cmark_tree.h"
#include "engine/markdown/markdown_tree.h"

namespace tsg::conform {

namespace {

bool opaque_block(cmark_node_type type) {
  return type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK;
}
bool opaque_inline(cmark_node_type type) {
  return type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE;
}

OpaqueText describe(cmark_node* node) {
  const bool block = opaque_block(cmark_node_get_type(node));
  const std::string_view literal = literal_of(node);
  cmark_node* place = node;
  while (!block && (cmark_node_get_type(place) & CMARK_NODE_TYPE_MASK) != CMARK_NODE_TYPE_BLOCK) {
    place = cmark_node_parent(place);
  }
  // cmark ends a block that one line opens and closes before it began.
  const int first_line = cmark_node_get_start_line(place);
  const int last_line = std::max(first_line, cmark_node_get_end_line(place));
  return {.first_line = static_cast<std::uint32_t>(first_line),
          .last_line = static_cast<std::uint32_t>(last_line),
          .block = block,
          .literal = std::string(literal)};
}

}  // namespace

std::vector<OpaqueText> opaque_text(std::string_view markdown) {
  const CmarkTree tree(markdown);
  const CmarkIterator iterator = tree.iterator();
  std::vector<OpaqueText> found;
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && (opaque_block(type) || opaque_inline(type)))
      found.push_back(describe(node));
  }
  return found;
}

bool holds_link(std::string_view text) {
  const CmarkTree tree(text);
  const CmarkIterator iterator = tree.iterator();
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    const cmark_node_type type = cmark_node_get_type(cmark_iter_get_node(iterator.get()));
    if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return true;
  }
  return false;
}

}  // namespace tsg::conform
