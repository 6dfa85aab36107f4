// SPDX-License-Identifier: MIT
// All steps of all guides of a pack, and the edges between them, as an author drew them.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/model/pack.h"

namespace tsg {

inline constexpr std::size_t no_step = SIZE_MAX;

enum class EdgeKind : std::uint8_t { Next, Unknown, NotApplicable, NoSubjects };

// "next.yes", "on.unknown", "on.not-applicable", "on.no-subjects"
std::string edge_name(EdgeKind kind, const Edge& edge);

// Where an edge ends.
enum class EndKind : std::uint8_t {
  Step,     // another step, perhaps of another guide
  Leaf,     // an outcome or article
  NoSteps,  // a guide that has no steps
  Missing,  // something that does not exist: the loader has said so
};

struct StepEdge {
  EdgeKind kind = EdgeKind::Next;
  const Edge* edge = nullptr;
  EndKind end = EndKind::Missing;
  std::size_t to = no_step;  // of Step
};

struct StepNode {
  const Guide* guide = nullptr;
  const Step* step = nullptr;
  std::vector<StepEdge> edges = {};  // in the author's order, `on` behind `next`
};

class StepGraph {
 public:
  // Borrows the pack, which must outlive the graph.
  explicit StepGraph(const Pack& pack);

  // In the order of guides and their steps.
  const std::vector<StepNode>& nodes() const { return nodes_; }
  const StepNode& node(std::size_t index) const { return nodes_[index]; }
  // no_step when the guide has no such step.
  std::size_t find(const Guide& guide, std::string_view step) const;
  std::size_t start_of(const Guide& guide) const { return find(guide, guide.start); }

 private:
  void add_edges(StepNode& node) const;
  StepEdge ending(const Guide& guide, EdgeKind kind, const Edge& edge) const;

  const Pack& pack_;
  std::vector<StepNode> nodes_ = {};
  std::map<std::pair<const Guide*, std::string_view>, std::size_t> index_ = {};
};

}  // namespace tsg
