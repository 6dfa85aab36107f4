// SPDX-License-Identifier: MIT
// Ownership of a cmark-gfm tree.
#pragma once

#include <cmark-gfm.h>

#include <memory>
#include <string_view>

#include "engine/markdown/cmark_memory.h"

namespace tsg {

struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
using CmarkIterator = std::unique_ptr<cmark_iter, FreeIterator>;

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
