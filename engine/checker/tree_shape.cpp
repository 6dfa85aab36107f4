// SPDX-License-Identifier: MIT
#include "engine/checker/tree_shape.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/reachability.h"
#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/tree_codes.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

std::string name_of(const StepNode& node, const Guide& guide) {
  return node.guide == &guide ? node.step->id : fmt::format("guide:{}#{}", node.guide->id, node.step->id);
}

// Follows the steps that nothing reaches from one of them.
class Unreached {
 public:
  Unreached(const StepGraph& graph, const Guide& guide, std::vector<bool> reached)
      : graph_(graph), guide_(guide), told_(std::move(reached)), follows_(told_.size()) {
    for (std::size_t node = 0; node < told_.size(); ++node) {
      if (told_[node]) continue;
      for (const StepEdge& edge : graph_.node(node).edges) {
        if (edge.to != no_step && edge.to != node) follows_[edge.to] = true;
      }
    }
  }

  Diagnostics run() {
    Diagnostics diagnostics;
    for (const bool circles : {false, true}) {
      for (std::size_t node = 0; node < told_.size(); ++node) {
        if (told_[node] || (follows_[node] && !circles)) continue;
        const std::vector<std::string> behind = tell(node);
        if (graph_.node(node).guide == &guide_) diagnostics.push_back(unreachable(node, behind));
      }
    }
    return diagnostics;
  }

 private:
  // Marks the step and all behind it as told; gives the names of those behind it.
  std::vector<std::string> tell(std::size_t first) {
    std::vector<std::size_t> waiting = {first};
    std::vector<std::size_t> behind;
    told_[first] = true;
    while (!waiting.empty()) {
      const std::size_t node = waiting.back();
      waiting.pop_back();
      for (const StepEdge& edge : graph_.node(node).edges) {
        if (edge.to == no_step || told_[edge.to]) continue;
        told_[edge.to] = true;
        waiting.push_back(edge.to);
        behind.push_back(edge.to);
      }
    }
    std::sort(behind.begin(), behind.end());
    std::vector<std::string> ids;
    for (const std::size_t node : behind) ids.push_back(name_of(graph_.node(node), guide_));
    return ids;
  }

  Diagnostic unreachable(std::size_t node, const std::vector<std::string>& behind) const {
    const Step& step = *graph_.node(node).step;
    Diagnostic diagnostic = make_diagnostic(
        codes::step_unreachable, step.place,
        fmt::format("no way from a guide's start leads to step `{}`", step.id),
        fmt::format("lead an answer to it: `next.yes = \"{}\"`; or take the step out", step.id));
    if (!behind.empty()) {
      diagnostic.notes.push_back(
          {fmt::format("what lies behind it is out of reach too: `{}`", fmt::join(behind, "`, `")), {}});
    }
    return diagnostic;
  }

  const StepGraph& graph_;
  const Guide& guide_;
  std::vector<bool> told_;
  std::vector<bool> follows_;  // some step that is not reached leads to it
};

Diagnostic circle(const StepGraph& graph, const std::vector<std::size_t>& members) {
  const StepNode& first = graph.node(members.front());
  std::vector<std::string> names;
  bool over_guides = false;
  for (const std::size_t node : members) {
    names.push_back(name_of(graph.node(node), *first.guide));
    over_guides = over_guides || graph.node(node).guide != first.guide;
  }
  const std::string words =
      names.size() == 1
          ? fmt::format("every answer of step `{}` leads back to it", names.front())
          : fmt::format("steps `{}` lead in a circle, and no answer leaves it", fmt::join(names, "`, `"));
  Diagnostic diagnostic = make_diagnostic(
      over_guides ? codes::guide_cycle : codes::step_circle, first.step->place, words,
      "lead an answer of one of them out: `next.no = \"outcome:...\"`, or to a step that is not among them");
  for (const CircleStep& each : way_around(graph, members)) {
    const StepNode& node = graph.node(each.node);
    const StepEdge& edge = node.edges[each.edge];
    diagnostic.notes.push_back(
        {fmt::format("`{}` -{}-> `{}`", name_of(node, *first.guide), edge_name(edge.kind, *edge.edge),
                     name_of(graph.node(edge.to), *first.guide)),
         edge.edge->place});
  }
  return diagnostic;
}

}  // namespace

Diagnostics check_reached(const StepGraph& graph, const Pack& pack, const Guide& guide) {
  if (guide.step(guide.start) == nullptr) return {};  // the loader has said so
  return Unreached(graph, guide, reached_steps(graph, pack)).run();
}

Diagnostics check_circles(const StepGraph& graph, const Pack& pack, const Guide& guide) {
  Diagnostics diagnostics;
  for (const std::vector<std::size_t>& members : circles_without_exit(graph, reached_steps(graph, pack))) {
    const bool own = std::any_of(members.begin(), members.end(), [&graph, &guide](std::size_t node) {
      return graph.node(node).guide == &guide;
    });
    if (own) diagnostics.push_back(circle(graph, members));
  }
  return diagnostics;
}

Diagnostics check_jumps(const StepGraph& graph, const Guide& guide) {
  Diagnostics diagnostics;
  for (const StepNode& node : graph.nodes()) {
    if (node.guide != &guide) continue;
    for (const StepEdge& edge : node.edges) {
      if (edge.end != EndKind::NoSteps) continue;
      diagnostics.push_back(make_diagnostic(
          codes::jump_to_no_steps, edge.edge->place,
          fmt::format("`{}` of step `{}` leads to guide `{}`, which has no steps: the walk ends there with "
                      "nothing to show",
                      edge_name(edge.kind, *edge.edge), node.step->id, edge.edge->target.id),
          "lead it to an outcome, or to a guide with steps"));
    }
  }
  return diagnostics;
}

}  // namespace tsg
