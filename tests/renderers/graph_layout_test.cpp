// SPDX-License-Identifier: MIT
// Drawings of random graphs: boxes stand apart, lines keep out of boxes, nothing leaves the page.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

#include "renderers/graph_order.h"
#include "renderers/graph_shelves.h"

using namespace tsg;

namespace {

struct Drawn {
  std::vector<GraphSize> nodes = {};
  std::vector<GraphLine> lines = {};
  std::vector<GraphSize> labels = {};
  GraphLayout layout = {};
};

std::size_t upto(std::mt19937& random, std::size_t most) {
  return random() % (most + 1);
}

// `back` in ten lines lead anywhere, so that circles arise; the others lead on.
Drawn random_drawing(std::uint32_t seed, std::size_t back) {
  std::mt19937 random(seed);
  Drawn drawn;
  const std::size_t nodes = 1 + upto(random, 40);
  for (std::size_t at = 0; at < nodes; ++at) {
    drawn.nodes.push_back(
        {40.0 + static_cast<double>(upto(random, 200)), 20.0 + static_cast<double>(upto(random, 90))});
  }
  const std::size_t lines = upto(random, 2 * nodes);
  for (std::size_t at = 0; at < lines; ++at) {
    const std::size_t from = upto(random, nodes - 1);
    const std::size_t to = upto(random, 9) < back ? upto(random, nodes - 1) : from + 1 + upto(random, 6);
    if (to >= nodes || to == from) continue;
    drawn.lines.push_back({from, to});
    drawn.labels.push_back({10.0 + static_cast<double>(upto(random, 150)), 18});
  }
  const auto layout = layout_graph(drawn.nodes, drawn.lines, drawn.labels);
  REQUIRE(layout);
  drawn.layout = *layout;
  return drawn;
}

// Every box of the drawing: nodes, then labels.
std::vector<GraphBox> boxes_of(const GraphLayout& layout) {
  std::vector<GraphBox> boxes = layout.nodes;
  for (const PlacedLine& line : layout.lines) boxes.push_back(line.label);
  return boxes;
}

bool apart(const GraphBox& a, const GraphBox& b) {
  return a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + a.height <= b.top ||
         b.top + b.height <= a.top;
}

// Strictly: its border does not count.
bool inside(const GraphBox& box, const GraphPoint& point) {
  constexpr double slack = 0.01;
  return point.x > box.left + slack && point.x < box.left + box.width - slack && point.y > box.top + slack &&
         point.y < box.top + box.height - slack;
}

// The curve as graph_svg.cpp writes it: a cubic whose inner points stand at half the height.
GraphPoint point_on(const GraphStretch& stretch, double t) {
  const double along = stretch.curved ? t * t * (3 - 2 * t) : t;
  const double middle = (stretch.from.y + stretch.to.y) / 2;
  const double u = 1 - t;
  const double curve =
      u * u * u * stretch.from.y + 3 * u * u * t * middle + 3 * u * t * t * middle + t * t * t * stretch.to.y;
  return {stretch.from.x + (stretch.to.x - stretch.from.x) * along,
          stretch.curved ? curve : stretch.from.y + (stretch.to.y - stretch.from.y) * t};
}

bool crosses_a_box(const PlacedLine& line, const std::vector<GraphBox>& boxes) {
  for (const GraphStretch& stretch : line.stretches) {
    for (int step = 0; step <= 20; ++step) {
      const GraphPoint point = point_on(stretch, step / 20.0);
      if (std::any_of(boxes.begin(), boxes.end(),
                      [&point](const GraphBox& box) { return inside(box, point); })) {
        return true;
      }
    }
  }
  return false;
}

bool on_the_page(const GraphBox& box, const GraphSize& page) {
  return box.left >= 0 && box.top >= 0 && box.left + box.width <= page.width &&
         box.top + box.height <= page.height;
}

bool touches(const GraphBox& box, const GraphPoint& point) {
  const bool level = point.y == box.top || point.y == box.top + box.height;
  return level && point.x >= box.left && point.x <= box.left + box.width;
}

}  // namespace

TEST_CASE("boxes stand apart, on the page, and no line crosses one") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Drawn drawn = random_drawing(seed, seed % 4);
    const std::vector<GraphBox> boxes = boxes_of(drawn.layout);
    INFO("seed " << seed);
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      REQUIRE(on_the_page(boxes[a], drawn.layout.size));
      for (std::size_t b = a + 1; b < boxes.size(); ++b) REQUIRE(apart(boxes[a], boxes[b]));
    }
    for (const PlacedLine& line : drawn.layout.lines) REQUIRE_FALSE(crosses_a_box(line, boxes));
  }
}

TEST_CASE("a line joins its two nodes, and its arrow touches the one it leads to") {
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const Drawn drawn = random_drawing(seed, 3);
    INFO("seed " << seed);
    for (std::size_t at = 0; at < drawn.lines.size(); ++at) {
      const PlacedLine& line = drawn.layout.lines[at];
      const GraphBox& from = drawn.layout.nodes[drawn.lines[at].from];
      const GraphBox& to = drawn.layout.nodes[drawn.lines[at].to];
      REQUIRE(touches(to, line.tip));
      REQUIRE(touches(from, line.upwards ? line.stretches.back().to : line.stretches.front().from));
      for (std::size_t piece = 0; piece + 1 < line.stretches.size(); ++piece) {
        const GraphPoint end = line.stretches[piece].to;
        const GraphPoint next = line.stretches[piece + 1].from;
        const bool label = end.y == line.label.top && next.y == line.label.top + line.label.height;
        REQUIRE(end.x == next.x);
        REQUIRE((end.y == next.y || label));
      }
    }
  }
}

TEST_CASE("lines lead downwards where there is no circle, and a circle turns few round") {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    for (const PlacedLine& line : random_drawing(seed, 0).layout.lines) REQUIRE_FALSE(line.upwards);
  }
  const std::vector<GraphLine> circle = {{0, 1}, {1, 2}, {2, 0}};
  CHECK(turned_lines(3, circle) == std::vector<bool>{false, false, true});
}

TEST_CASE("a node stands behind the longest way to it") {
  CHECK(layers_of(4, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {0, 3}}) == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("lines that need not cross do not") {
  // 0 -> 3, 1 -> 2: crossed as given.
  LayeredGraph graph = {.layers = {{0, 1}, {2, 3}}, .above = {{}, {}, {1}, {0}}, .below = {{3}, {2}, {}, {}}};
  CHECK(crossings(graph) == 1);
  order_layers(graph);
  CHECK(crossings(graph) == 0);
}

TEST_CASE("a graph too large to be drawn is refused, and a long one is not") {
  std::vector<GraphLine> lines;
  for (std::size_t at = 0; at + 1 < 400; ++at) {
    lines.push_back({at, at + 1});
    lines.push_back({at, 399});
  }
  const std::vector<GraphSize> nodes(400, {100, 40});
  lines.erase(lines.end() - 1);
  CHECK_FALSE(layout_graph(nodes, lines, std::vector<GraphSize>(lines.size(), {20, 18})));
  std::vector<GraphLine> chain;
  for (std::size_t at = 0; at + 1 < 20'000; ++at) chain.push_back({at, at + 1});
  CHECK(layout_graph(std::vector<GraphSize>(20'000, {100, 40}), chain,
                     std::vector<GraphSize>(chain.size(), {20, 18})));
}
