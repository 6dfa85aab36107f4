// SPDX-License-Identifier: MIT
#include "engine/markdown/node_places.h"

#include <algorithm>

namespace tsg {

namespace {

bool is_block(cmark_node* node) {
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
}

std::uint32_t line_of(cmark_node* node) {
  for (; node != nullptr; node = cmark_node_parent(node)) {
    const int line = cmark_node_get_start_line(node);
    if (is_block(node) && line > 0) return static_cast<std::uint32_t>(line);
  }
  return 1;
}

}  // namespace

ByteRange NodePlaces::find(cmark_node* node, std::string_view source) {
  constexpr std::size_t most_lookahead = 64U << 10U;
  const std::size_t block = lines_.line_start(line_of(node));
  cursor_ = std::max(cursor_, block);
  const std::size_t at =
      std::string_view(body_.text).substr(0, cursor_ + most_lookahead).find(source, cursor_);
  if (source.empty() || at == std::string_view::npos) {
    const std::size_t begin = body_.body_offset(block);
    return {begin, begin};
  }
  cursor_ = at + source.size();
  return {body_.body_offset(at), body_.body_offset(at + source.size() - 1) + 1};
}

}  // namespace tsg
