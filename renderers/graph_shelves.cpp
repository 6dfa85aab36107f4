// SPDX-License-Identifier: MIT
#include "renderers/graph_shelves.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace tsg {

namespace {

constexpr double least_width = 1200;

// A part with the numbers its nodes and lines have in the whole.
struct Part {
  std::vector<std::size_t> nodes = {};
  std::vector<std::size_t> lines = {};
  GraphLayout layout = {};
};

std::size_t root_of(std::vector<std::size_t>& parents, std::size_t node) {
  while (parents[node] != node) {
    parents[node] = parents[parents[node]];
    node = parents[node];
  }
  return node;
}

// In the order of their first nodes.
std::vector<Part> parts_of(std::size_t nodes, const std::vector<GraphLine>& lines) {
  std::vector<std::size_t> parents(nodes);
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  for (const GraphLine& line : lines) {
    const std::size_t from = root_of(parents, line.from);
    const std::size_t to = root_of(parents, line.to);
    parents[std::max(from, to)] = std::min(from, to);
  }
  std::vector<Part> parts;
  std::vector<std::size_t> part_of(nodes);
  for (std::size_t node = 0; node < nodes; ++node) {
    const std::size_t root = root_of(parents, node);
    if (root == node) parts.emplace_back();
    part_of[node] = root == node ? parts.size() - 1 : part_of[root];
    parts[part_of[node]].nodes.push_back(node);
  }
  for (std::size_t at = 0; at < lines.size(); ++at) parts[part_of[lines[at].from]].lines.push_back(at);
  return parts;
}

void move(GraphLayout& layout, double right, double down) {
  const auto move_box = [right, down](GraphBox& box) { box.left += right, box.top += down; };
  const auto move_point = [right, down](GraphPoint& point) { point.x += right, point.y += down; };
  for (GraphBox& box : layout.nodes) move_box(box);
  for (PlacedLine& line : layout.lines) {
    move_box(line.label);
    move_point(line.tip);
    for (GraphStretch& stretch : line.stretches) {
      move_point(stretch.from);
      move_point(stretch.to);
    }
  }
}

// Gives each part its place; the size of the whole.
GraphSize place(std::vector<Part>& parts) {
  double widest = least_width;
  for (const Part& part : parts) widest = std::max(widest, part.layout.size.width);
  GraphSize whole;
  GraphPoint pen;
  double shelf = 0;
  for (Part& part : parts) {
    const GraphSize size = part.layout.size;
    if (pen.x > 0 && pen.x + size.width > widest) {
      pen = {0, pen.y + shelf};
      shelf = 0;
    }
    move(part.layout, pen.x, pen.y);
    pen.x += size.width;
    shelf = std::max(shelf, size.height);
    whole = {std::max(whole.width, pen.x), std::max(whole.height, pen.y + shelf)};
  }
  return whole;
}

}  // namespace

std::optional<GraphLayout> layout_graph(const std::vector<GraphSize>& nodes,
                                        const std::vector<GraphLine>& lines,
                                        const std::vector<GraphSize>& labels) {
  assert(labels.size() == lines.size());
  std::vector<Part> parts = parts_of(nodes.size(), lines);
  std::vector<std::size_t> number(nodes.size());  // of a node in its part
  for (Part& part : parts) {
    std::vector<GraphSize> own_nodes;
    std::vector<GraphLine> own_lines;
    std::vector<GraphSize> own_labels;
    for (const std::size_t node : part.nodes) {
      number[node] = own_nodes.size();
      own_nodes.push_back(nodes[node]);
    }
    for (const std::size_t line : part.lines) {
      own_lines.push_back({number[lines[line].from], number[lines[line].to]});
      own_labels.push_back(labels[line]);
    }
    std::optional<GraphLayout> layout = layout_connected(own_nodes, own_lines, own_labels);
    if (!layout) return std::nullopt;
    part.layout = std::move(*layout);
  }
  GraphLayout whole = {.size = place(parts), .nodes = {}, .lines = {}};
  whole.nodes.resize(nodes.size());
  whole.lines.resize(lines.size());
  for (Part& part : parts) {
    for (std::size_t at = 0; at < part.nodes.size(); ++at)
      whole.nodes[part.nodes[at]] = part.layout.nodes[at];
    for (std::size_t at = 0; at < part.lines.size(); ++at) {
      whole.lines[part.lines[at]] = std::move(part.layout.lines[at]);
    }
  }
  return whole;
}

}  // namespace tsg
