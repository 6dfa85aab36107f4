// SPDX-License-Identifier: MIT
#include "renderers/graph_layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "renderers/graph_columns.h"

namespace tsg {

namespace {

constexpr double margin = 16;
constexpr double between_layers = 30;
constexpr double gap_of_box = 22;
constexpr double gap_of_bend = 10;

// A line as it is laid out: from its upper node down to its lower one.
struct Chain {
  std::size_t top = 0;
  std::size_t bottom = 0;
  std::vector<std::size_t> between = {};  // items: bends and the label, downwards
  std::size_t label = 0;                  // index into between
};

class Layouter {
 public:
  Layouter(const std::vector<GraphSize>& nodes, const std::vector<GraphLine>& lines,
           const std::vector<GraphSize>& labels)
      : nodes_(nodes), lines_(lines), labels_(labels) {}

  std::optional<GraphLayout> layout() {
    if (!make_items()) return std::nullopt;
    order_layers(graph_);
    middles_ = middles_of(graph_, items_);
    for (double& middle : middles_) middle = std::round(middle);
    place_layers();
    sort_neighbours();
    for (std::size_t node = 0; node < nodes_.size(); ++node) layout_.nodes.push_back(box_of(node));
    for (std::size_t at = 0; at < chains_.size(); ++at) layout_.lines.push_back(placed(at));
    return std::move(layout_);
  }

 private:
  // Nodes stand in the even layers, labels in the odd ones.
  bool make_items() {
    turned_ = turned_lines(nodes_.size(), lines_);
    std::vector<GraphLine> downwards = lines_;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (turned_[at]) std::swap(downwards[at].from, downwards[at].to);
    }
    const std::vector<std::size_t> layers = layers_of(nodes_.size(), downwards);
    std::size_t places = nodes_.size();
    for (const GraphLine& line : downwards) {
      places += 2 * (layers[line.to] - layers[line.from]) - 1;
      if (places > graph_places) return false;
    }
    for (std::size_t node = 0; node < nodes_.size(); ++node) {
      add_item(2 * layers[node], nodes_[node], gap_of_box);
    }
    for (std::size_t at = 0; at < downwards.size(); ++at) add_chain(at, downwards[at], layers);
    return true;
  }

  std::size_t add_item(std::size_t layer, const GraphSize& size, double gap) {
    if (graph_.layers.size() <= layer) graph_.layers.resize(layer + 1);
    graph_.layers[layer].push_back(items_.size());
    graph_.above.emplace_back();
    graph_.below.emplace_back();
    items_.push_back({size.width, gap});
    heights_.push_back(size.height);
    layer_of_.push_back(layer);
    return items_.size() - 1;
  }

  // The label stands next to the node that the question is asked in.
  void add_chain(std::size_t at, const GraphLine& line, const std::vector<std::size_t>& layers) {
    Chain chain = {.top = line.from, .bottom = line.to};
    const std::size_t first = 2 * layers[line.from] + 1;
    const std::size_t last = 2 * layers[line.to] - 1;
    const std::size_t labelled = turned_[at] ? last : first;
    chain.label = labelled - first;
    std::size_t above = chain.top;
    for (std::size_t layer = first; layer <= last; ++layer) {
      const bool label = layer == labelled;
      const std::size_t item =
          add_item(layer, label ? labels_[at] : GraphSize(), label ? gap_of_box : gap_of_bend);
      chain.between.push_back(item);
      link(above, item);
      above = item;
    }
    link(above, chain.bottom);
    chains_.push_back(std::move(chain));
  }

  void link(std::size_t above, std::size_t below) {
    graph_.below[above].push_back(below);
    graph_.above[below].push_back(above);
  }

  void place_layers() {
    double left = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    double top = margin;
    for (const auto& layer : graph_.layers) {
      double height = 0;
      for (const std::size_t item : layer) {
        height = std::max(height, heights_[item]);
        left = std::min(left, middles_[item] - items_[item].width / 2);
        right = std::max(right, middles_[item] + items_[item].width / 2);
      }
      tops_.push_back(top);
      bottoms_.push_back(top + height);
      top += height + between_layers;
    }
    for (double& middle : middles_) middle += std::ceil(margin - left);
    layout_.size = {std::ceil(right - left + 2 * margin), top - between_layers + margin};
  }

  GraphBox box_of(std::size_t item) const {
    return {middles_[item] - items_[item].width / 2, tops_[layer_of_[item]], items_[item].width,
            heights_[item]};
  }

  void sort_neighbours() {
    const auto further_left = [this](std::size_t a, std::size_t b) { return middles_[a] < middles_[b]; };
    for (auto& linked : graph_.above) std::sort(linked.begin(), linked.end(), further_left);
    for (auto& linked : graph_.below) std::sort(linked.begin(), linked.end(), further_left);
  }

  // Where the line to `neighbour` meets the box of `node`: its neighbours, sorted, share the side.
  double port(std::size_t node, std::size_t neighbour, const std::vector<std::size_t>& neighbours) const {
    const auto at =
        std::lower_bound(neighbours.begin(), neighbours.end(), neighbour,
                         [this](std::size_t a, std::size_t b) { return middles_[a] < middles_[b]; });
    const double share =
        static_cast<double>(at - neighbours.begin() + 1) / static_cast<double>(neighbours.size() + 1);
    return middles_[node] + items_[node].width * (share - 0.5);
  }

  PlacedLine placed(std::size_t at) const {
    const Chain& chain = chains_[at];
    PlacedLine line = {.upwards = turned_[at]};
    const double start = port(chain.top, chain.between.front(), graph_.below[chain.top]);
    const double end = port(chain.bottom, chain.between.back(), graph_.above[chain.bottom]);
    const double top_of_line = box_of(chain.top).top + heights_[chain.top];
    GraphPoint pen = {start, top_of_line};
    if (line.upwards) {
      line.tip = pen;
      pen.y += graph_arrow_length;
    }
    const double layer_bottom = bottoms_[layer_of_[chain.top]];
    draw_to(line, pen, {start, std::max(layer_bottom, pen.y)}, false);
    for (std::size_t step = 0; step < chain.between.size(); ++step) {
      pass(line, pen, chain.between[step], step == chain.label);
    }
    GraphPoint goal = {end, tops_[layer_of_[chain.bottom]]};
    if (!line.upwards) {
      line.tip = goal;
      goal.y -= graph_arrow_length;
    }
    draw_to(line, pen, goal, true);
    return line;
  }

  void pass(PlacedLine& line, GraphPoint& pen, std::size_t item, bool label) const {
    const std::size_t layer = layer_of_[item];
    draw_to(line, pen, {middles_[item], tops_[layer]}, true);
    if (label) {
      line.label = box_of(item);
      pen.y = line.label.top + line.label.height;
    }
    draw_to(line, pen, {middles_[item], bottoms_[layer]}, false);
  }

  static void draw_to(PlacedLine& line, GraphPoint& pen, GraphPoint goal, bool curved) {
    if (pen.y < goal.y) line.stretches.push_back({pen, goal, curved && pen.x != goal.x});
    pen = goal;
  }

  const std::vector<GraphSize>& nodes_;
  const std::vector<GraphLine>& lines_;
  const std::vector<GraphSize>& labels_;
  std::vector<bool> turned_ = {};
  LayeredGraph graph_ = {};
  std::vector<GraphItem> items_ = {};  // the nodes first
  std::vector<double> heights_ = {};
  std::vector<std::size_t> layer_of_ = {};
  std::vector<Chain> chains_ = {};
  std::vector<double> middles_ = {};
  std::vector<double> tops_ = {};  // by layer
  std::vector<double> bottoms_ = {};
  GraphLayout layout_ = {};
};

}  // namespace

std::optional<GraphLayout> layout_connected(const std::vector<GraphSize>& nodes,
                                            const std::vector<GraphLine>& lines,
                                            const std::vector<GraphSize>& labels) {
  assert(labels.size() == lines.size());
  return Layouter(nodes, lines, labels).layout();
}

}  // namespace tsg
