// SPDX-License-Identifier: MIT
// The second step: the order of what stands in each layer, so that few lines cross.
#pragma once

#include <cstddef>
#include <vector>

namespace tsg {

// What stands in layers, linked only from one layer to the next.
struct LayeredGraph {
  std::vector<std::vector<std::size_t>> layers = {};  // items from left to right
  std::vector<std::vector<std::size_t>> above = {};   // by item: the items it is linked to in the layer above
  std::vector<std::vector<std::size_t>> below = {};
};

// Links that cross, each pair counted once.
std::size_t crossings(const LayeredGraph& graph);

// Sorts every layer by the mean place of each item's neighbours (the barycentre), downwards and upwards in
// turn, and leaves the order with the fewest crossings that was seen; the first one when none is better.
void order_layers(LayeredGraph& graph);

}  // namespace tsg
