// SPDX-License-Identifier: MIT
#include "engine/checker/graph_guide.h"

#include <map>

namespace tsg {

namespace {

class Grapher {
 public:
  Grapher(const StepGraph& steps, const Pack& pack, const Guide& guide)
      : steps_(steps), pack_(pack), guide_(guide) {}

  GuideGraph graph() {
    graph_.guide = guide_.id;
    graph_.title = guide_.title;
    for (const Step& step : guide_.steps) add_step(step);
    for (const Check& check : guide_.checks) {
      graph_.nodes.push_back(
          {.kind = GraphNodeKind::Check, .name = "check:" + check.id, .title = check.id, .rule = check.rule});
    }
    for (std::size_t at = 0; at < guide_.steps.size(); ++at) add_edges(at);
    for (std::size_t at = 0; at < guide_.checks.size(); ++at) add_check_edge(at);
    return std::move(graph_);
  }

 private:
  void add_step(const Step& step) {
    index_.emplace(step.id, graph_.nodes.size());
    graph_.nodes.push_back({.name = step.id,
                            .title = step.question.empty() ? step.title : step.question,
                            .rule = step.rule,
                            .for_each = step.for_each,
                            .start = step.id == guide_.start});
  }

  void add_edges(std::size_t at) {
    const Step& step = guide_.steps[at];
    for (const StepEdge& edge : steps_.node(steps_.find(guide_, step.id)).edges) {
      graph_.edges.push_back(
          {.from = at,
           .to = node_of(edge.edge->target, edge.end),
           .name = edge_name(edge.kind, *edge.edge),
           .wording = edge.kind == EdgeKind::Next ? wording_of(step, edge.edge->option) : std::string()});
    }
  }

  void add_check_edge(std::size_t at) {
    const Target& target = guide_.checks[at].shows;
    const bool missing = pack_.document_of(guide_, target) == nullptr;
    graph_.edges.push_back({.from = guide_.steps.size() + at,
                            .to = node_of(target, missing ? EndKind::Missing : EndKind::Leaf),
                            .name = "yes"});
  }

  static std::string wording_of(const Step& step, std::string_view option) {
    for (const Option& each : step.options) {
      if (each.id == option) return each.wording;
    }
    return {};
  }

  // The node that a target stands for, made where it is not there yet.
  std::size_t node_of(const Target& target, EndKind end) {
    const auto [found, made] = index_.emplace(to_text(target), graph_.nodes.size());
    if (made) graph_.nodes.push_back(end == EndKind::Missing ? missing(target) : leaf(target));
    return found->second;
  }

  static GraphNode missing(const Target& target) {
    return {.kind = GraphNodeKind::Missing, .name = to_text(target)};
  }

  GraphNode leaf(const Target& target) const {
    if (target.kind == TargetKind::Guide) {
      return {.kind = GraphNodeKind::Guide, .name = to_text(target), .title = pack_.guide(target.id)->title};
    }
    return {.kind = target.kind == TargetKind::Outcome ? GraphNodeKind::Outcome : GraphNodeKind::Article,
            .name = to_text(target),
            .title = std::string(pack_.document_of(guide_, target)->article.title())};
  }

  const StepGraph& steps_;
  const Pack& pack_;
  const Guide& guide_;
  GuideGraph graph_ = {};
  std::map<std::string, std::size_t> index_ = {};  // by the text of a target
};

}  // namespace

GuideGraph graph_guide(const StepGraph& steps, const Pack& pack, const Guide& guide) {
  return Grapher(steps, pack, guide).graph();
}

}  // namespace tsg
