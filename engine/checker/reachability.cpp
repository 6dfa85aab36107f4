// SPDX-License-Identifier: MIT
#include "engine/checker/reachability.h"

#include <algorithm>
#include <deque>
#include <map>

namespace tsg {

std::vector<bool> reached_from(const StepGraph& graph, const std::vector<std::size_t>& starts) {
  std::vector<bool> reached(graph.nodes().size());
  std::vector<std::size_t> waiting;
  const auto come_to = [&reached, &waiting](std::size_t node) {
    if (node == no_step || reached[node]) return;
    reached[node] = true;
    waiting.push_back(node);
  };
  for (const std::size_t start : starts) come_to(start);
  while (!waiting.empty()) {
    const StepNode& node = graph.node(waiting.back());
    waiting.pop_back();
    for (const StepEdge& edge : node.edges) come_to(edge.to);
  }
  return reached;
}

std::vector<bool> reached_steps(const StepGraph& graph, const Pack& pack) {
  std::vector<std::size_t> starts;
  for (const Guide& guide : pack.guides) starts.push_back(graph.start_of(guide));
  return reached_from(graph, starts);
}

namespace {

// Tarjan's algorithm with a stack of its own: guides may be long chains.
class Components {
 public:
  explicit Components(const StepGraph& graph)
      : graph_(graph), number_(graph.nodes().size(), unseen), low_(number_), component_(number_) {}

  std::vector<std::size_t> run() {
    for (std::size_t node = 0; node < number_.size(); ++node) {
      if (number_[node] == unseen) explore(node);
    }
    return std::move(component_);
  }

 private:
  struct Frame {
    std::size_t node = 0;
    std::size_t edge = 0;  // the next to look at
  };
  static constexpr std::size_t unseen = SIZE_MAX;

  void enter(std::size_t node) {
    number_[node] = low_[node] = count_++;
    open_.push_back(node);
    frames_.push_back({node, 0});
  }

  void explore(std::size_t first) {
    enter(first);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const std::vector<StepEdge>& edges = graph_.node(frame.node).edges;
      if (frame.edge == edges.size()) {
        leave(frame.node);
        continue;
      }
      const std::size_t to = edges[frame.edge++].to;
      if (to == no_step || component_[to] != unseen) continue;
      if (number_[to] == unseen) {
        enter(to);
      } else {
        low_[frame.node] = std::min(low_[frame.node], number_[to]);
      }
    }
  }

  void leave(std::size_t node) {
    frames_.pop_back();
    if (!frames_.empty()) {
      std::size_t& above = low_[frames_.back().node];
      above = std::min(above, low_[node]);
    }
    if (low_[node] != number_[node]) return;
    std::size_t member = unseen;
    while (member != node) {
      member = open_.back();
      open_.pop_back();
      component_[member] = components_;
    }
    ++components_;
  }

  const StepGraph& graph_;
  std::vector<std::size_t> number_;
  std::vector<std::size_t> low_;
  std::vector<std::size_t> component_;
  std::vector<std::size_t> open_ = {};
  std::vector<Frame> frames_ = {};
  std::size_t count_ = 0;
  std::size_t components_ = 0;
};

}  // namespace

std::vector<std::size_t> components_of(const StepGraph& graph) {
  return Components(graph).run();
}

std::vector<std::vector<std::size_t>> circles_without_exit(const StepGraph& graph,
                                                           const std::vector<bool>& reached) {
  const std::vector<std::size_t> component = components_of(graph);
  std::vector<std::vector<std::size_t>> members(component.size());
  std::vector<bool> turns(component.size());
  std::vector<bool> ends(component.size());
  for (std::size_t node = 0; node < component.size(); ++node) {
    if (!reached[node]) continue;
    const std::size_t own = component[node];
    members[own].push_back(node);
    for (const StepEdge& edge : graph.node(node).edges) {
      const bool stays = edge.to != no_step && component[edge.to] == own;
      if (stays) turns[own] = true;
      if (!stays && edge.kind == EdgeKind::Next) ends[own] = true;
    }
  }
  std::vector<std::vector<std::size_t>> circles;
  for (std::size_t own = 0; own < members.size(); ++own) {
    if (turns[own] && !ends[own]) circles.push_back(std::move(members[own]));
  }
  std::sort(circles.begin(), circles.end());
  return circles;
}

std::vector<CircleStep> way_around(const StepGraph& graph, const std::vector<std::size_t>& circle) {
  const std::size_t first = circle.front();
  std::map<std::size_t, CircleStep> came_from;
  std::deque<std::size_t> waiting = {first};
  while (!waiting.empty() && came_from.count(first) == 0) {
    const std::size_t node = waiting.front();
    waiting.pop_front();
    const std::vector<StepEdge>& edges = graph.node(node).edges;
    for (std::size_t edge = 0; edge < edges.size(); ++edge) {
      const bool inside = std::binary_search(circle.begin(), circle.end(), edges[edge].to);
      if (inside && came_from.emplace(edges[edge].to, CircleStep{node, edge}).second) {
        waiting.push_back(edges[edge].to);
      }
    }
  }
  std::vector<CircleStep> way;
  for (auto at = came_from.find(first); at != came_from.end(); at = came_from.find(way.back().node)) {
    way.push_back(at->second);
    if (way.back().node == first) break;
  }
  std::reverse(way.begin(), way.end());
  return way;
}

}  // namespace tsg
