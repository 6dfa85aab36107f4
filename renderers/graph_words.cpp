// SPDX-License-Identifier: MIT
#include "renderers/graph_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/visible.h"

namespace tsg {

namespace {

constexpr std::string_view answer_prefix = "next.";
constexpr std::string_view detour_prefix = "on.";

std::string times(std::string_view what, std::size_t count) {
  return count == 1 ? std::string(what) : fmt::format("{} {} times", what, count);
}

std::string kind_of(const GraphNode& node) {
  const std::string by = node.rule.empty() ? "" : ", rule " + node.rule;
  switch (node.kind) {
    case GraphNodeKind::Step:
      return "step" + (by.empty() ? ", asked" : by);
    case GraphNodeKind::Outcome:
      return "outcome";
    case GraphNodeKind::Article:
      return "article";
    case GraphNodeKind::Guide:
      return "another guide";
    case GraphNodeKind::Check:
      return "check" + (by.empty() ? ", lists the others" : by);
    case GraphNodeKind::Missing:
      return "missing";
  }
  return {};
}

std::string line_in_words(const GuideGraph& graph, const GraphEdge& edge) {
  const GraphNode& to = graph.nodes[edge.to];
  const bool says_more = !edge.wording.empty() && std::string(answer_prefix) + edge.wording != edge.name;
  const std::string wording = says_more ? fmt::format(", \"{}\",", visible(edge.wording)) : "";
  return fmt::format("  {}{} leads to {}\n", label_of(edge), wording, visible(to.name));
}

}  // namespace

std::string caption_of(const GraphNode& node) {
  std::string caption = (node.start ? "Start: " : "") + kind_of(node);
  if (!node.for_each.empty()) caption += ", for each of " + node.for_each;
  caption[0] = static_cast<char>(caption[0] == 'S' ? 'S' : caption[0] - 'a' + 'A');
  return visible(caption);
}

std::string walk_note(const GraphNode& node) {
  const std::string_view what = node.kind == GraphNodeKind::Check ? "evaluated" : "walked";
  std::string note = node.visits == 0 ? "" : times(what, node.visits);
  if (node.open > 0) note += times(", open", node.open);
  return note;
}

std::string title_of(const GraphNode& node) {
  std::string title = node.title.empty() ? node.name : node.title;
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return visible(title);
}

bool is_detour(const GraphEdge& edge) {
  return edge.name.starts_with(detour_prefix);
}

std::string label_of(const GraphEdge& edge) {
  std::string label = edge.name;
  if (label.starts_with(answer_prefix)) label.erase(0, answer_prefix.size());
  if (is_detour(edge)) {
    label.replace(0, detour_prefix.size(), "on ");
    std::replace(label.begin(), label.end(), '-', ' ');
  }
  if (is_walked(edge)) label += fmt::format(" ({})", times("taken", *edge.walked));
  return visible(label);
}

std::string graph_title(const GuideGraph& graph) {
  return visible("Decision tree of " + (graph.title.empty() ? graph.guide : graph.title));
}

std::string graph_in_words(const GuideGraph& graph) {
  std::string text;
  std::vector<std::vector<std::size_t>> leaving(graph.nodes.size());
  for (std::size_t edge = 0; edge < graph.edges.size(); ++edge)
    leaving[graph.edges[edge].from].push_back(edge);
  if (!graph.walks.empty()) text += fmt::format("Drawn in: {}.\n", visible(graph.walks));
  for (std::size_t at = 0; at < graph.nodes.size(); ++at) {
    const GraphNode& node = graph.nodes[at];
    const std::string note = walk_note(node);
    text += fmt::format("{}: {} ({}{})\n", visible(node.name), title_of(node), caption_of(node),
                        note.empty() ? "" : "; " + note);
    for (const std::size_t edge : leaving[at]) text += line_in_words(graph, graph.edges[edge]);
  }
  return text;
}

}  // namespace tsg
