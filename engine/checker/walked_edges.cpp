// SPDX-License-Identifier: MIT
#include "engine/checker/walked_edges.h"

namespace tsg {

namespace {

constexpr std::string_view check_prefix = "check:";

std::size_t count_of(const std::map<std::string, std::size_t>& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

std::string check_of(const GraphNode& node) {
  return node.kind == GraphNodeKind::Check ? node.name.substr(check_prefix.size()) : std::string();
}

}  // namespace

void add_walks(WalkedEdges& walked, const Resolution& resolution, std::string_view guide) {
  for (std::size_t at = 0; at < resolution.visits.size(); ++at) {
    const Visit& visit = resolution.visits[at];
    if (visit.guide != guide) continue;
    // A subject's first visit is the fork's own step again.
    const bool of_fork = visit.parent != no_visit && resolution.visits[visit.parent].step == visit.step &&
                         !resolution.visits[visit.parent].subjects.empty();
    if (!of_fork) ++walked.visits[visit.step];
    if (!visit.edge.empty()) ++walked.edges[{visit.step, visit.edge}];
  }
  for (const OpenQuestion& question : resolution.open) {
    // Others were answered, and only lack a value.
    const bool unanswered =
        question.visit != no_visit && resolution.visits[question.visit].answered_by == AnsweredBy::Nobody;
    if (question.guide == guide && unanswered) ++walked.open[question.step];
  }
  if (resolution.guide != guide) return;
  for (const CheckResult& check : resolution.checks) {
    ++walked.swept[check.check];
    const bool yes = check.verdict.kind == VerdictKind::Answer && check.verdict.option == "yes";
    if (yes) ++walked.checks[check.check];
  }
}

bool draw_walks(GuideGraph& graph, const WalkedEdges& walked) {
  std::size_t drawn = 0;
  for (GraphNode& node : graph.nodes) {
    if (node.kind == GraphNodeKind::Step) node.visits = count_of(walked.visits, node.name);
    if (node.kind == GraphNodeKind::Step) node.open = count_of(walked.open, node.name);
    if (node.kind == GraphNodeKind::Check) node.visits = count_of(walked.swept, check_of(node));
  }
  for (GraphEdge& edge : graph.edges) {
    const GraphNode& from = graph.nodes[edge.from];
    if (from.kind == GraphNodeKind::Check) {
      edge.walked = count_of(walked.checks, check_of(from));
    } else {
      const auto found = walked.edges.find({from.name, edge.name});
      edge.walked = found == walked.edges.end() ? 0 : found->second;
      if (found != walked.edges.end()) ++drawn;
    }
    GraphNode& to = graph.nodes[edge.to];
    if (to.kind != GraphNodeKind::Step) to.visits += *edge.walked;
  }
  return drawn == walked.edges.size();
}

}  // namespace tsg
