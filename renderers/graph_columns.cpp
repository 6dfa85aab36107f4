// SPDX-License-Identifier: MIT
#include "renderers/graph_columns.h"

#include <algorithm>

namespace tsg {

namespace {

constexpr int sweeps = 24;
constexpr double weight_of_line = 6;  // what has no width is a bend: long lines shall run straight

// Neighbours that move as one.
struct Pool {
  double sum = 0;  // of wish * weight
  double weight = 0;
  std::size_t items = 0;
  double place() const { return sum / weight; }
};

class Columns {
 public:
  Columns(const LayeredGraph& graph, const std::vector<GraphItem>& items)
      : graph_(graph), items_(items), middles_(items.size(), 0) {
    for (const auto& layer : graph.layers) {
      const std::vector<double> offsets = offsets_of(layer);
      for (std::size_t at = 0; at < layer.size(); ++at)
        middles_[layer[at]] = offsets[at] - offsets.back() / 2;
    }
  }

  std::vector<double> settle() {
    for (int sweep = 0; sweep < sweeps; ++sweep) {
      for (std::size_t at = 1; at < graph_.layers.size(); ++at) place(graph_.layers[at], graph_.above);
      for (std::size_t at = graph_.layers.size(); at-- > 1;) place(graph_.layers[at - 1], graph_.below);
    }
    return std::move(middles_);
  }

 private:
  // The least distance of each item from the first one.
  std::vector<double> offsets_of(const std::vector<std::size_t>& layer) const {
    std::vector<double> offsets(layer.size(), 0);
    for (std::size_t at = 1; at < layer.size(); ++at) {
      const GraphItem& left = items_[layer[at - 1]];
      const GraphItem& right = items_[layer[at]];
      offsets[at] = offsets[at - 1] + (left.width + right.width) / 2 + std::max(left.gap, right.gap);
    }
    return offsets;
  }

  double wish_of(std::size_t item, const std::vector<std::size_t>& linked) const {
    if (linked.empty()) return middles_[item];
    double sum = 0;
    for (const std::size_t other : linked) sum += middles_[other];
    return sum / static_cast<double>(linked.size());
  }

  void place(const std::vector<std::size_t>& layer, const std::vector<std::vector<std::size_t>>& neighbours) {
    const std::vector<double> offsets = offsets_of(layer);
    std::vector<Pool> pools;
    for (std::size_t at = 0; at < layer.size(); ++at) {
      const double weight = items_[layer[at]].width > 0 ? 1 : weight_of_line;
      const double wish = wish_of(layer[at], neighbours[layer[at]]) - offsets[at];
      pools.push_back({wish * weight, weight, 1});
      while (pools.size() > 1 && pools.back().place() < pools[pools.size() - 2].place()) merge_last(pools);
    }
    std::size_t at = 0;
    for (const Pool& pool : pools) {
      for (std::size_t left = pool.items; left > 0; --left, ++at)
        middles_[layer[at]] = pool.place() + offsets[at];
    }
  }

  static void merge_last(std::vector<Pool>& pools) {
    const Pool last = pools.back();
    pools.pop_back();
    pools.back().sum += last.sum;
    pools.back().weight += last.weight;
    pools.back().items += last.items;
  }

  const LayeredGraph& graph_;
  const std::vector<GraphItem>& items_;
  std::vector<double> middles_;
};

}  // namespace

std::vector<double> middles_of(const LayeredGraph& graph, const std::vector<GraphItem>& items) {
  return Columns(graph, items).settle();
}

}  // namespace tsg
