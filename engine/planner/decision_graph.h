// SPDX-License-Identifier: MIT
// What the outcome of a walk still depends on, as a reduced decision graph: a node is a question with a child
// an option, or an outcome. Equal nodes are one node, and a question whose children are one node is left out.
//
//   a(yes: b(yes: 1, no: 1), no: 1)  ->  1            nothing to ask
//   a(yes: b(yes: 1, no: 2), no: 1)                   after `b = yes`: 1
//
// As every question has one node at most in a graph (what lies below a step is the same on all ways to it),
// the reduction is complete: the outcome depends on a question exactly if the question is in the graph. Two
// children that agree for all answers would each depend on the question of the other one, so each would lie
// below the other.
//
// It is also why knowledge is a node: two sets of answers that leave the same node leave the same problem.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/planner/key_table.h"

namespace tsg {

using GraphNode = std::uint32_t;

class DecisionGraph {
 public:
  // By question and option: the probabilities. What a question leads to has a larger number than it.
  // Leaves are made for all outcomes: node i is outcome i.
  DecisionGraph(std::vector<std::vector<double>> shares, std::size_t outcomes);

  // REQUIRES: a child an option; the children exist, and no question of theirs is `question` or less
  GraphNode add(std::size_t question, std::span<const GraphNode> children);
  // The node that is left when the question has this answer; its depth of recursion is that of the graph.
  GraphNode answered(GraphNode node, std::size_t question, std::size_t option);

  std::size_t questions() const { return shares_.size(); }
  std::size_t nodes() const { return nodes_.size(); }
  // How many nodes `answered` has looked at: a measure of the work done.
  std::size_t looks() const { return looks_; }
  bool is_outcome(GraphNode node) const { return node < outcomes_; }
  // REQUIRES of these four: the node is a question
  std::size_t question(GraphNode node) const { return nodes_[node].question; }
  // Holds until a node is added.
  std::span<const GraphNode> children(GraphNode node) const;
  GraphNode child(GraphNode node, std::size_t option) const { return children_[nodes_[node].first + option]; }
  // A bound from above of the chance that the answer does not matter: all children end in one outcome.
  // 0 exactly when no outcome is below all children.
  double agreement(GraphNode node) const { return nodes_[node].agreement; }

  const std::vector<double>& shares(std::size_t question) const { return shares_[question]; }
  bool depends_on(GraphNode node, std::size_t question) const;
  std::vector<std::size_t> questions_in(GraphNode node) const;  // ascending: what is above stands before
  std::size_t outcomes_left(GraphNode node) const;

 private:
  struct Node {
    std::size_t question = 0;
    std::size_t first = 0;  // index into children_
    double agreement = 1;
  };

  GraphNode make(std::size_t question, std::span<const GraphNode> children);
  bool is_same(GraphNode node, std::size_t question, std::span<const GraphNode> children) const;
  void add_sets(GraphNode node);
  double agreement_of(GraphNode node) const;
  bool share_an_outcome(GraphNode node) const;
  bool are_apart(GraphNode node) const;
  const std::uint64_t* set_of(GraphNode node) const { return sets_.data() + node * words_; }

  std::vector<std::vector<double>> shares_;
  std::size_t outcomes_;
  std::size_t question_words_;  // of a node's set of questions; its set of outcomes stands behind
  std::size_t words_;           // of both
  std::vector<std::uint64_t> first_choice_ = {};  // by question: the number of its first option
  std::vector<Node> nodes_ = {};
  std::vector<GraphNode> children_ = {};
  std::vector<std::uint64_t> sets_ = {};
  std::vector<double> chances_ = {};  // by node and outcome; only for few outcomes
  bool has_chances_;
  KeyTable<GraphNode> node_of_ = {};      // by hash of question and children
  KeyTable<GraphNode> answered_of_ = {};  // by node and choice
  std::vector<GraphNode> pending_ = {};
  std::size_t looks_ = 0;
};

}  // namespace tsg
