// SPDX-License-Identifier: MIT
// Every way a walk that starts in one guide can take, with the values each way gives. It is what
// engine/evaluator/walker.cpp does, with the contracts of rules in the place of their verdicts:
//
//   the step is       and the way is            it gives
//   ruled or asked    next.<option>, by rule    `provides` of that answer
//                     next.<option>, by hand    the step's `inputs`
//                     on.unknown, on.not-...    nothing
//   a fork, entered   next.<option>, by hand    the step's `inputs` (its subjects are not known)
//                     on.no-subjects            what every answer of the fork's rule provides
//                     to each subject           what every answer that provides something provides
//   a fork, asked     as ruled or asked
//
// A rule that may list findings (finding_rules.h) gives its values only to the article its own answer shows,
// and that only outside of forks: further down, a finding's values are not looked at.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "engine/checker/contracts.h"
#include "engine/checker/step_graph.h"

namespace tsg {

enum class How : std::uint8_t { ByRule, ByHand, Unknown, NotApplicable, NoSubjects, Subject };

inline constexpr std::size_t no_way = SIZE_MAX;

// One way on from a node. `to` is no_way when it ends at an article.
struct Way {
  std::size_t from = 0;
  std::size_t to = no_way;
  How how = How::ByHand;
  const Edge* edge = nullptr;           // null for Subject
  const Document* article = nullptr;    // at its end
  std::vector<std::string> gives = {};  // names of values, in lower case
};

struct WalkNode {
  std::size_t step = no_step;          // of the step graph
  bool asked = false;                  // of a step with for-each: past its fork
  std::size_t travelled = 0;           // index into travelled()
  std::vector<std::size_t> ways = {};  // out of it
};

// Guides a walk has come through, sorted: their [values] help out.
using GuideSet = std::vector<const Guide*>;

class WalkGraph {
 public:
  // Borrows all of it. Node 0 is the start; there is none when `start` has no such step.
  WalkGraph(const StepGraph& steps, const Pack& pack, const Guide& start, const Contracts& contracts);

  const std::vector<WalkNode>& nodes() const { return nodes_; }
  const std::vector<Way>& ways() const { return ways_; }
  const std::vector<GuideSet>& travelled() const { return travelled_; }
  const StepGraph& steps() const { return steps_; }
  const StepNode& step_of(const WalkNode& node) const { return steps_.node(node.step); }

 private:
  struct Key;
  friend class WalkGraphBuilder;

  const StepGraph& steps_;
  std::vector<WalkNode> nodes_ = {};
  std::vector<Way> ways_ = {};
  std::vector<GuideSet> travelled_ = {};
};

}  // namespace tsg
