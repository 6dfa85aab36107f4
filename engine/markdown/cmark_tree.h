// SPDX-License-Identifier: MIT
// Ownership of a cmark-gfm tree.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <mutex>
#include <string_view>

#include "engine/markdown/cmark_memory.h"

namespace tsg {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
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

// A parser with the extensions of an article: tables, strikethrough, task lists.
// REQUIRES: inside CmarkMemory::run, while a CmarkParsing is held
cmark_parser* new_article_parser(int options);

// The tree of `markdown` with the extensions of an article, and places of its nodes.
class CmarkTree {
 public:
  // REQUIRES: !beyond_bounds(markdown)
  explicit CmarkTree(std::string_view markdown);

  cmark_node* get() const { return root_; }
  CmarkIterator iterator() const;

 private:
  CmarkMemory memory_;
  cmark_node* root_;
};

}  // namespace tsg
