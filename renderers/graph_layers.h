// SPDX-License-Identifier: MIT
// The first step of a layered drawing: which lines run upwards, and in which layer each node stands.
#pragma once

#include <cstddef>
#include <vector>

namespace tsg {

struct GraphLine {
  std::size_t from = 0;
  std::size_t to = 0;
  bool operator==(const GraphLine&) const = default;
};

// By line: whether it has to be turned round so that no circle is left. A depth-first search from node 0 on
// turns those that lead back to where it is. REQUIRES: no line leads from a node to itself
std::vector<bool> turned_lines(std::size_t nodes, const std::vector<GraphLine>& lines);

// By node: the number of lines on the longest way to it. REQUIRES: the lines have no circle
std::vector<std::size_t> layers_of(std::size_t nodes, const std::vector<GraphLine>& lines);

}  // namespace tsg
