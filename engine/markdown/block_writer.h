// SPDX-License-Identifier: MIT
// Writes a clean tree as the blocks that terminals show.
//
// Indents count the columns of the list items around a block; quotes add two columns each, but for Quote
// blocks themselves, whose `level` says how many bars stand in front of them. An item's own text begins
// behind its marker and a blank: "- " at indent 0, and its later blocks stand at indent 2.
#pragma once

#include <cmark-gfm.h>

#include <vector>

#include "engine/markdown/segment_writer.h"
#include "engine/model/segment.h"

namespace tsg {

std::vector<Block> write_blocks(cmark_node* root, const PreparedBody& body, PlaceholderNames& names);

}  // namespace tsg
