// SPDX-License-Identifier: MIT
// How often walks took each edge of a guide: of one resolution, or of many added up.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "engine/model/guide_graph.h"
#include "engine/model/resolution.h"

namespace tsg {

struct WalkedEdges {
  std::map<std::pair<std::string, std::string>, std::size_t> edges = {};  // {step, "next.yes"} -> walks
  std::map<std::string, std::size_t> visits = {};                         // step -> visits
  std::map<std::string, std::size_t> open = {};    // step -> visits nobody could answer
  std::map<std::string, std::size_t> checks = {};  // check -> how often it said yes
  std::map<std::string, std::size_t> swept = {};   // check -> how often it was evaluated
};

// Adds what `resolution` did in the guide `guide`; its visits of other guides are passed over. A fork counts
// as one visit, and each of its subjects as a walk of its own.
void add_walks(WalkedEdges& walked, const Resolution& resolution, std::string_view guide);

// Draws the walks in. False when they took an edge that the graph does not have: they are of another version.
bool draw_walks(GuideGraph& graph, const WalkedEdges& walked);

}  // namespace tsg
