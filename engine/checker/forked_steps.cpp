// SPDX-License-Identifier: MIT
#include "engine/checker/forked_steps.h"

namespace tsg {

namespace {

// Marks what lies behind the fork of `fork`.
void mark_behind(const StepGraph& graph, std::size_t fork, std::vector<bool>& forked) {
  std::vector<bool> seen(forked.size());
  std::vector<std::size_t> waiting = {fork};
  seen[fork] = true;
  while (!waiting.empty()) {
    const std::size_t node = waiting.back();
    waiting.pop_back();
    forked[node] = true;
    for (const StepEdge& edge : graph.node(node).edges) {
      const bool before_fork = node == fork && edge.kind == EdgeKind::NoSubjects;
      if (before_fork || edge.to == no_step || seen[edge.to]) continue;
      seen[edge.to] = true;
      waiting.push_back(edge.to);
    }
  }
}

}  // namespace

std::vector<bool> forked_steps(const StepGraph& graph, const std::vector<bool>& forks) {
  std::vector<bool> forked(graph.nodes().size());
  for (std::size_t node = 0; node < forked.size(); ++node) {
    if (forks[node]) mark_behind(graph, node, forked);
  }
  return forked;
}

}  // namespace tsg
