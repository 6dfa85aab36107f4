// SPDX-License-Identifier: MIT
// A drawing of several parts that no line joins: each is laid out by itself, and they stand side by side on
// shelves as wide as the widest.
#pragma once

#include <optional>
#include <vector>

#include "renderers/graph_layout.h"

namespace tsg {

// As layout_connected, for any graph.
std::optional<GraphLayout> layout_graph(const std::vector<GraphSize>& nodes,
                                        const std::vector<GraphLine>& lines,
                                        const std::vector<GraphSize>& labels);

}  // namespace tsg
