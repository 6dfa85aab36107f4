// SPDX-License-Identifier: MIT
// The third step: where each item stands from left to right, in its layer's order.
#pragma once

#include <vector>

#include "renderers/graph_order.h"

namespace tsg {

struct GraphItem {
  double width = 0;
  double gap = 0;  // that it needs on either side; between two items the greater one counts
};

// The middle of each item. In each layer the order is kept and no two items come nearer than their gap; under
// that condition every item stands as near as it can to the mean of those it is linked to: of all places the
// ones with the least sum of squares, found by pooling neighbours that press on one another. The layers are
// gone through downwards and upwards in turn.
std::vector<double> middles_of(const LayeredGraph& graph, const std::vector<GraphItem>& items);

}  // namespace tsg
