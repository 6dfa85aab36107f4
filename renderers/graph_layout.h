// SPDX-License-Identifier: MIT
// Where the boxes and lines of a drawing stand: a layered layout from top to bottom.
//
//   1 lines that would close a circle are turned round       graph_layers.h
//   2 each node gets a layer, behind all that lead to it      graph_layers.h
//   3 a line through several layers gets a bend in each, and its label a box in a layer between two layers of
//   nodes 4 layers are ordered so that few lines cross              graph_order.h 5 everything gets its place
//   from left to right            graph_columns.h
//
// Between two layers a line is a curve that leaves and arrives upright, so it keeps to the space between
// them; through a layer it runs upright where nothing else stands. So no two boxes overlap and no line
// crosses a box.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "renderers/graph_layers.h"

namespace tsg {

// Pixels, from the top left corner of the drawing.
struct GraphSize {
  double width = 0;
  double height = 0;
};

struct GraphBox {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

struct GraphPoint {
  double x = 0;
  double y = 0;
};

// A piece of a line, downwards. Curved: upright at both ends.
struct GraphStretch {
  GraphPoint from = {};
  GraphPoint to = {};
  bool curved = false;
};

struct PlacedLine {
  GraphBox label = {};
  std::vector<GraphStretch> stretches = {};  // without the arrow's own length
  GraphPoint tip = {};                       // of the arrow
  bool upwards = false;                      // it was turned round: the arrow points up
};

struct GraphLayout {
  GraphSize size = {};
  std::vector<GraphBox> nodes = {};
  std::vector<PlacedLine> lines = {};
};

inline constexpr double graph_arrow_length = 9;
// Boxes, labels and bends of one drawing; more cannot be looked at.
inline constexpr std::size_t graph_places = 100'000;

// Of nodes that lines join, whatever their direction (graph_shelves.h takes the others). `labels` has the
// size of each line's label. Nothing when there would be more than graph_places. REQUIRES: labels.size() ==
// lines.size(), and no line leads from a node to itself
std::optional<GraphLayout> layout_connected(const std::vector<GraphSize>& nodes,
                                            const std::vector<GraphLine>& lines,
                                            const std::vector<GraphSize>& labels);

}  // namespace tsg
