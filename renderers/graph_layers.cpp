// SPDX-License-Identifier: MIT
#include "renderers/graph_layers.h"

#include <algorithm>
#include <cstdint>

namespace tsg {

namespace {

using Lists = std::vector<std::vector<std::size_t>>;

// By node: the lines that leave it.
Lists leaving(std::size_t nodes, const std::vector<GraphLine>& lines) {
  Lists out(nodes);
  for (std::size_t at = 0; at < lines.size(); ++at) out[lines[at].from].push_back(at);
  return out;
}

enum class Mark : std::uint8_t { New, OnTheWay, Done };

class Search {
 public:
  Search(std::size_t nodes, const std::vector<GraphLine>& lines)
      : lines_(lines), out_(leaving(nodes, lines)), marks_(nodes, Mark::New), turned_(lines.size(), false) {}

  std::vector<bool> turned() {
    for (std::size_t node = 0; node < marks_.size(); ++node) {
      if (marks_[node] == Mark::New) search_from(node);
    }
    return std::move(turned_);
  }

 private:
  struct Place {
    std::size_t node = 0;
    std::size_t next = 0;  // index into out_[node]
  };

  void search_from(std::size_t start) {
    std::vector<Place> way = {{start, 0}};
    marks_[start] = Mark::OnTheWay;
    while (!way.empty()) {
      Place& place = way.back();
      if (place.next == out_[place.node].size()) {
        marks_[place.node] = Mark::Done;
        way.pop_back();
        continue;
      }
      const std::size_t line = out_[place.node][place.next++];
      const std::size_t to = lines_[line].to;
      if (marks_[to] == Mark::OnTheWay) turned_[line] = true;
      if (marks_[to] != Mark::New) continue;
      marks_[to] = Mark::OnTheWay;
      way.push_back({to, 0});
    }
  }

  const std::vector<GraphLine>& lines_;
  Lists out_;
  std::vector<Mark> marks_;
  std::vector<bool> turned_;
};

}  // namespace

std::vector<bool> turned_lines(std::size_t nodes, const std::vector<GraphLine>& lines) {
  return Search(nodes, lines).turned();
}

std::vector<std::size_t> layers_of(std::size_t nodes, const std::vector<GraphLine>& lines) {
  const Lists out = leaving(nodes, lines);
  std::vector<std::size_t> waiting(nodes, 0);
  for (const GraphLine& line : lines) ++waiting[line.to];
  std::vector<std::size_t> layers(nodes, 0);
  std::vector<std::size_t> ready;
  for (std::size_t node = 0; node < nodes; ++node) {
    if (waiting[node] == 0) ready.push_back(node);
  }
  while (!ready.empty()) {
    const std::size_t node = ready.back();
    ready.pop_back();
    for (const std::size_t line : out[node]) {
      const std::size_t to = lines[line].to;
      layers[to] = std::max(layers[to], layers[node] + 1);
      if (--waiting[to] == 0) ready.push_back(to);
    }
  }
  return layers;
}

}  // namespace tsg
