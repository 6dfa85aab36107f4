// SPDX-License-Identifier: MIT
// Where in the body the nodes of a tree stand. cmark-gfm keeps the lines of blocks; within a block, a node is
// found by its text.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <string_view>

#include "engine/markdown/cuts.h"
#include "engine/text/line_index.h"

namespace tsg {

// Borrows the body, which must outlive it.
class NodePlaces {
 public:
  explicit NodePlaces(const PreparedBody& body) : body_(body), lines_(body.text) {}

  // `source` in the block that `node` stands in, behind what was found before; the block's first line when it
  // is not there. REQUIRES: nodes are asked for in the order of the document
  ByteRange find(cmark_node* node, std::string_view source);

 private:
  const PreparedBody& body_;
  LineIndex lines_;
  std::size_t cursor_ = 0;  // in the prepared text
};

}  // namespace tsg
