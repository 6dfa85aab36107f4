// SPDX-License-Identifier: MIT
#include "renderers/graph_dot.h"

#include <fmt/format.h>

#include "renderers/graph_words.h"

namespace tsg {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
      continue;
    }
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string_view shape_of(GraphNodeKind kind) {
  switch (kind) {
    case GraphNodeKind::Step:
      return "box";
    case GraphNodeKind::Outcome:
    case GraphNodeKind::Article:
      return "note";
    case GraphNodeKind::Guide:
      return "component";
    case GraphNodeKind::Check:
      return "tab";
    case GraphNodeKind::Missing:
      return "octagon";
  }
  return {};
}

std::string node_line(const GraphNode& node) {
  const std::string note = walk_note(node);
  const std::string label =
      fmt::format("{}\n{}{}", title_of(node), caption_of(node), note.empty() ? "" : "\n" + note);
  return fmt::format("  {} [label={}, shape={}{}];\n", quoted(node.name), quoted(label), shape_of(node.kind),
                     node.visits > 0 ? ", penwidth=3" : "");
}

std::string edge_line(const GuideGraph& graph, const GraphEdge& edge) {
  return fmt::format("  {} -> {} [label={}{}{}];\n", quoted(graph.nodes[edge.from].name),
                     quoted(graph.nodes[edge.to].name), quoted(label_of(edge)),
                     is_detour(edge) ? ", style=dashed" : "", is_walked(edge) ? ", penwidth=3" : "");
}

}  // namespace

std::string render_dot(const GuideGraph& graph) {
  const std::string title = graph_title(graph) + (graph.walks.empty() ? "" : "\n" + graph.walks);
  std::string out =
      fmt::format("digraph {} {{\n  label={};\n  labelloc=t;\n", quoted(graph.guide), quoted(title));
  out += "  node [fontname=\"sans-serif\", fontsize=11];\n  edge [fontname=\"sans-serif\", fontsize=10];\n";
  for (const GraphNode& node : graph.nodes) out += node_line(node);
  for (const GraphEdge& edge : graph.edges) out += edge_line(graph, edge);
  return out + "}\n";
}

}  // namespace tsg
