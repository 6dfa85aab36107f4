// SPDX-License-Identifier: MIT
#include "renderers/graph_order.h"

#include <algorithm>
#include <numeric>

namespace tsg {

namespace {

constexpr int sweeps = 12;

using Lists = std::vector<std::vector<std::size_t>>;

std::vector<std::size_t> places_of(const LayeredGraph& graph) {
  std::vector<std::size_t> places(graph.above.size(), 0);
  for (const auto& layer : graph.layers) {
    for (std::size_t at = 0; at < layer.size(); ++at) places[layer[at]] = at;
  }
  return places;
}

// Counts, for each number added, how many greater ones were added before: a binary indexed tree.
class Inversions {
 public:
  explicit Inversions(std::size_t size) : tree_(size + 1, 0) {}

  std::size_t greater_than(std::size_t place) const {
    std::size_t not_greater = 0;
    for (std::size_t at = place + 1; at > 0; at -= at & (~at + 1)) not_greater += tree_[at];
    return count_ - not_greater;
  }
  void add(std::size_t place) {
    ++count_;
    for (std::size_t at = place + 1; at < tree_.size(); at += at & (~at + 1)) ++tree_[at];
  }

 private:
  std::vector<std::size_t> tree_;
  std::size_t count_ = 0;
};

// Keeps `places` true.
void sort_layer(std::vector<std::size_t>& layer, const Lists& neighbours, std::vector<std::size_t>& places) {
  std::vector<double> centres(layer.size());
  for (std::size_t at = 0; at < layer.size(); ++at) {
    const auto& linked = neighbours[layer[at]];
    double sum = 0;
    for (const std::size_t other : linked) sum += static_cast<double>(places[other]);
    centres[at] = linked.empty() ? static_cast<double>(at) : sum / static_cast<double>(linked.size());
  }
  std::vector<std::size_t> order(layer.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&centres](std::size_t a, std::size_t b) { return centres[a] < centres[b]; });
  std::vector<std::size_t> sorted;
  sorted.reserve(layer.size());
  for (const std::size_t at : order) sorted.push_back(layer[at]);
  layer = std::move(sorted);
  for (std::size_t at = 0; at < layer.size(); ++at) places[layer[at]] = at;
}

void sweep_down(LayeredGraph& graph, std::vector<std::size_t>& places) {
  for (std::size_t at = 1; at < graph.layers.size(); ++at) sort_layer(graph.layers[at], graph.above, places);
}

void sweep_up(LayeredGraph& graph, std::vector<std::size_t>& places) {
  for (std::size_t at = graph.layers.size(); at-- > 1;) sort_layer(graph.layers[at - 1], graph.below, places);
}

}  // namespace

std::size_t crossings(const LayeredGraph& graph) {
  const std::vector<std::size_t> places = places_of(graph);
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < graph.layers.size(); ++at) {
    Inversions seen(graph.layers[at + 1].size());
    for (const std::size_t item : graph.layers[at]) {
      for (const std::size_t other : graph.below[item]) count += seen.greater_than(places[other]);
      for (const std::size_t other : graph.below[item]) seen.add(places[other]);
    }
  }
  return count;
}

void order_layers(LayeredGraph& graph) {
  Lists best = graph.layers;
  std::size_t fewest = crossings(graph);
  std::vector<std::size_t> places = places_of(graph);
  for (int sweep = 0; sweep < sweeps && fewest > 0; ++sweep) {
    if (sweep % 2 == 0) {
      sweep_down(graph, places);
    } else {
      sweep_up(graph, places);
    }
    const std::size_t now = crossings(graph);
    if (now >= fewest) continue;
    fewest = now;
    best = graph.layers;
  }
  graph.layers = std::move(best);
}

}  // namespace tsg
