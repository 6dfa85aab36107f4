// SPDX-License-Identifier: MIT
// A guide as a drawing shows it: boxes and the lines between them, with how often walks took each line. Plain
// data; engine/checker/graph_guide.h makes it, renderers/graph_*.h draw it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tsg {

enum class GraphNodeKind : std::uint8_t {
  Step,
  Outcome,
  Article,
  Guide,  // another guide, or a step of one: it is not drawn further
  Check,
  Missing,  // what an edge names and the pack does not have
};

struct GraphNode {
  GraphNodeKind kind = GraphNodeKind::Step;
  std::string name =
      {};  // as an edge names it: "scope", "outcome:add-servers"; of a check "check:" and its id
  std::string title = {};     // a step's question, an article's or a guide's title; may be empty
  std::string rule = {};      // of a Step or Check; empty: it is asked, or lists the other checks
  std::string for_each = {};  // of a Step that forks
  bool start = false;
  // Of a drawing with walks: how often they came here, and how often the question stayed open.
  std::size_t visits = 0;
  std::size_t open = 0;
  bool operator==(const GraphNode&) const = default;
};

struct GraphEdge {
  std::size_t from = 0;  // index into nodes
  std::size_t to = 0;
  std::string name = {};                   // "next.yes", "on.unknown"; of a check "yes"
  std::string wording = {};                // the option's, as readers see it; empty where it has none
  std::optional<std::size_t> walked = {};  // how many walks took it; absent: no walks are drawn
  bool operator==(const GraphEdge&) const = default;
};

struct GuideGraph {
  std::string guide = {};
  std::string title = {};
  std::string walks =
      {};  // what the walks are: "a resolution of 2026-11-20T12:00:00Z"; empty: none are drawn
  std::vector<GraphNode> nodes = {};  // steps in the author's order, then checks, then what edges lead to
  std::vector<GraphEdge> edges = {};  // in the author's order
  bool operator==(const GuideGraph&) const = default;
};

}  // namespace tsg
