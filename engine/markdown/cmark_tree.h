// SPDX-License-Identifier: MIT
// Ownership of a cmark-gfm tree.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <mutex>
#include <string_view>

namespace tsg {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using CmarkTree = std::unique_ptr<cmark_node, FreeNode>;
using CmarkIterator = std::unique_ptr<cmark_iter, FreeIterator>;

// To be held while a parser is made, fed and finished. cmark-gfm keeps its registry of extensions and, while
// it parses, the characters they react to in globals that it does not lock (inlines.c of 0.29.0.gfm.6): two
// threads that parse at once would lose `~`. Registers the extensions.
class CmarkParsing {
 public:
  CmarkParsing();

 private:
  std::lock_guard<std::mutex> lock_;
};

// The tree of `markdown` with the extensions of an article: tables, strikethrough, task lists.
// REQUIRES: !beyond_bounds(markdown)
CmarkTree parse_markdown(std::string_view markdown);

}  // namespace tsg
