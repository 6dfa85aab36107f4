// SPDX-License-Identifier: MIT
#include "engine/checker/step_graph.h"

namespace tsg {

std::string edge_name(EdgeKind kind, const Edge& edge) {
  switch (kind) {
    case EdgeKind::Next:
      return "next." + edge.option;
    case EdgeKind::Unknown:
      return "on.unknown";
    case EdgeKind::NotApplicable:
      return "on.not-applicable";
    case EdgeKind::NoSubjects:
      return "on.no-subjects";
  }
  return {};
}

StepGraph::StepGraph(const Pack& pack) : pack_(pack) {
  for (const Guide& guide : pack.guides) {
    for (const Step& step : guide.steps) {
      index_.emplace(std::pair<const Guide*, std::string_view>(&guide, step.id), nodes_.size());
      nodes_.push_back({&guide, &step, {}});
    }
  }
  for (StepNode& node : nodes_) add_edges(node);
}

std::size_t StepGraph::find(const Guide& guide, std::string_view step) const {
  const auto found = index_.find({&guide, step});
  return found == index_.end() ? no_step : found->second;
}

void StepGraph::add_edges(StepNode& node) const {
  const Step& step = *node.step;
  for (const Edge& edge : step.next) node.edges.push_back(ending(*node.guide, EdgeKind::Next, edge));
  const auto add = [this, &node](EdgeKind kind, const std::optional<Edge>& edge) {
    if (edge) node.edges.push_back(ending(*node.guide, kind, *edge));
  };
  add(EdgeKind::Unknown, step.on_unknown);
  add(EdgeKind::NotApplicable, step.on_not_applicable);
  if (!step.for_each.empty()) add(EdgeKind::NoSubjects, step.on_no_subjects);
}

StepEdge StepGraph::ending(const Guide& guide, EdgeKind kind, const Edge& edge) const {
  const Target& target = edge.target;
  const auto to_step = [kind, &edge](std::size_t step) {
    return StepEdge{kind, &edge, step == no_step ? EndKind::Missing : EndKind::Step, step};
  };
  switch (target.kind) {
    case TargetKind::Step:
      return to_step(find(guide, target.id));
    case TargetKind::Outcome:
    case TargetKind::Article:
      return {kind, &edge, pack_.document_of(guide, target) == nullptr ? EndKind::Missing : EndKind::Leaf,
              no_step};
    case TargetKind::Guide:
      break;
  }
  const Guide* other = pack_.guide(target.id);
  if (other == nullptr) return to_step(no_step);
  if (other->steps.empty()) return {kind, &edge, EndKind::NoSteps, no_step};
  return to_step(target.step.empty() ? start_of(*other) : find(*other, target.step));
}

}  // namespace tsg
