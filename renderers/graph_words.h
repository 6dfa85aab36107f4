// SPDX-License-Identifier: MIT
// The words of a drawn guide: the same in every format, so that nothing is told by shape, line or colour
// alone.
#pragma once

#include <string>

#include "engine/model/guide_graph.h"

namespace tsg {

// "Start: step, rule application-gateway/scope"; "Outcome".
std::string caption_of(const GraphNode& node);
// "walked", "walked 3 times, open once"; empty where no walk came or none are drawn.
std::string walk_note(const GraphNode& node);
// What stands for the node: its title, else its name; on one line, with nothing that hides or reorders words.
std::string title_of(const GraphNode& node);

// "yes", "on unknown"; with walks "yes (taken)", "yes (taken 3 times)".
std::string label_of(const GraphEdge& edge);
inline bool is_walked(const GraphEdge& edge) {
  return edge.walked.value_or(0) > 0;
}
// Edges that are no answer: "on.unknown" and the like.
bool is_detour(const GraphEdge& edge);

// "Decision tree of TITLE".
std::string graph_title(const GuideGraph& graph);
// The whole drawing in words, a node a line, each with the lines that leave it.
std::string graph_in_words(const GuideGraph& graph);

}  // namespace tsg
