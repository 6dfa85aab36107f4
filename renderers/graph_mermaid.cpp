// SPDX-License-Identifier: MIT
#include "renderers/graph_mermaid.h"

#include <fmt/format.h>

#include "engine/text/utf8.h"
#include "renderers/graph_words.h"

namespace tsg {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// At the beginning a hyphen would make a list of it.
bool stands_for_itself(char c, bool first) {
  return is_letter(c) || (!first && std::string_view(" ,?-/()").find(c) != std::string_view::npos);
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : with_replacements(text)) {
    if (stands_for_itself(c, out.empty())) {
      out += c;
    } else {
      out += fmt::format("#{};", static_cast<int>(c));
    }
  }
  return out;
}

// What opens and closes a node's label, and so gives its shape.
struct Brackets {
  std::string_view open = {};
  std::string_view close = {};
};

Brackets brackets_of(GraphNodeKind kind) {
  switch (kind) {
    case GraphNodeKind::Step:
      return {"[", "]"};
    case GraphNodeKind::Outcome:
    case GraphNodeKind::Article:
      return {"([", "])"};
    case GraphNodeKind::Guide:
      return {"[[", "]]"};
    case GraphNodeKind::Check:
      return {"[/", "/]"};
    case GraphNodeKind::Missing:
      return {"{{", "}}"};
  }
  return {};
}

std::string node_line(std::size_t at, const GraphNode& node) {
  const Brackets brackets = brackets_of(node.kind);
  const std::string note = walk_note(node);
  std::string label = escaped(title_of(node)) + "<br>" + escaped(caption_of(node));
  if (!note.empty()) label += "<br>" + escaped(note);
  return fmt::format("  n{}{}\"{}\"{}{}\n", at, brackets.open, label, brackets.close,
                     node.visits > 0 ? ":::walked" : "");
}

std::string edge_line(const GraphEdge& edge) {
  const std::string_view arrow = is_walked(edge) ? "==>" : is_detour(edge) ? "-.->" : "-->";
  return fmt::format("  n{} {}|\"{}\"| n{}\n", edge.from, arrow, escaped(label_of(edge)), edge.to);
}

}  // namespace

std::string render_mermaid(const GuideGraph& graph) {
  std::string out = "flowchart TD\n";
  for (std::size_t at = 0; at < graph.nodes.size(); ++at) out += node_line(at, graph.nodes[at]);
  for (const GraphEdge& edge : graph.edges) out += edge_line(edge);
  if (!graph.walks.empty()) out += "  classDef walked stroke-width:4px\n";
  return out;
}

}  // namespace tsg
