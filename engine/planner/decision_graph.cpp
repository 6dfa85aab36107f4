// SPDX-License-Identifier: MIT
#include "engine/planner/decision_graph.h"

#include <algorithm>
#include <bit>

namespace tsg {

namespace {

constexpr std::size_t word_bits = 64;
constexpr std::size_t few_outcomes = 64;

std::size_t words_for(std::size_t count) {
  return (count + word_bits - 1) / word_bits;
}

void set_bit(std::uint64_t* words, std::size_t at) {
  words[at / word_bits] |= std::uint64_t{1} << (at % word_bits);
}

bool has_bit(const std::uint64_t* words, std::size_t at) {
  return ((words[at / word_bits] >> (at % word_bits)) & 1U) != 0;
}

}  // namespace

DecisionGraph::DecisionGraph(std::vector<std::vector<double>> shares, std::size_t outcomes)
    : shares_(std::move(shares)),
      outcomes_(outcomes),
      question_words_(words_for(shares_.size())),
      words_(question_words_ + words_for(outcomes)),
      nodes_(outcomes),
      sets_(outcomes * words_, 0),
      has_chances_(outcomes <= few_outcomes) {
  std::uint64_t choices = 0;
  for (const std::vector<double>& options : shares_) {
    first_choice_.push_back(choices);
    choices += options.size();
  }
  if (has_chances_) chances_.resize(outcomes * outcomes, 0.0);
  for (std::size_t outcome = 0; outcome < outcomes; ++outcome) {
    set_bit(sets_.data() + outcome * words_ + question_words_, outcome);
    if (has_chances_) chances_[outcome * outcomes + outcome] = 1;
  }
}

std::span<const GraphNode> DecisionGraph::children(GraphNode node) const {
  return {children_.data() + nodes_[node].first, shares_[nodes_[node].question].size()};
}

GraphNode DecisionGraph::add(std::size_t question, std::span<const GraphNode> children) {
  const auto differs = [&](GraphNode child) { return child != children.front(); };
  if (std::none_of(children.begin(), children.end(), differs)) return children.front();
  std::uint64_t key = scattered(question);
  for (const GraphNode child : children) key = scattered(key ^ child) + 0x9e3779b97f4a7c15U;
  for (;; key = scattered(key + 1)) {
    key &= INT64_MAX;  // UINT64_MAX is no key
    const GraphNode* found = node_of_.find(key);
    if (found == nullptr) break;
    if (is_same(*found, question, children)) return *found;
  }
  const GraphNode made = make(question, children);
  node_of_.add(key, made);
  return made;
}

bool DecisionGraph::is_same(GraphNode node, std::size_t question, std::span<const GraphNode> children) const {
  if (nodes_[node].question != question) return false;
  const auto own = this->children(node);
  return std::equal(own.begin(), own.end(), children.begin(), children.end());
}

GraphNode DecisionGraph::make(std::size_t question, std::span<const GraphNode> children) {
  const GraphNode node = static_cast<GraphNode>(nodes_.size());
  nodes_.push_back({.question = question, .first = children_.size()});
  children_.insert(children_.end(), children.begin(), children.end());
  add_sets(node);
  nodes_[node].agreement = agreement_of(node);
  return node;
}

void DecisionGraph::add_sets(GraphNode node) {
  sets_.resize(sets_.size() + words_, 0);
  if (has_chances_) chances_.resize(chances_.size() + outcomes_, 0.0);
  std::uint64_t* set = sets_.data() + node * words_;
  const std::vector<double>& shares = shares_[nodes_[node].question];
  set_bit(set, nodes_[node].question);
  for (std::size_t option = 0; option < shares.size(); ++option) {
    const GraphNode below = child(node, option);
    for (std::size_t word = 0; word < words_; ++word) set[word] |= set_of(below)[word];
    for (std::size_t at = 0; has_chances_ && at < outcomes_; ++at) {
      chances_[node * outcomes_ + at] += shares[option] * chances_[below * outcomes_ + at];
    }
  }
}

bool DecisionGraph::share_an_outcome(GraphNode node) const {
  for (std::size_t word = question_words_; word < words_; ++word) {
    std::uint64_t common = UINT64_MAX;
    for (const GraphNode below : children(node)) common &= set_of(below)[word];
    if (common != 0) return true;
  }
  return false;
}

bool DecisionGraph::are_apart(GraphNode node) const {
  for (std::size_t word = 0; word < question_words_; ++word) {
    std::uint64_t met = 0;
    for (const GraphNode below : children(node)) {
      if ((met & set_of(below)[word]) != 0) return false;
      met |= set_of(below)[word];
    }
  }
  return true;
}

// Children without a common question end independently of each other: the chance is a sum of products. Else
// that all end in one outcome is at most as probable as that the least probable one does.
double DecisionGraph::agreement_of(GraphNode node) const {
  if (!share_an_outcome(node)) return 0;
  if (!has_chances_) return 1;
  const bool apart = are_apart(node);
  double sum = 0;
  for (std::size_t at = 0; at < outcomes_; ++at) {
    double chance = 1;
    for (const GraphNode below : children(node)) {
      const double own = chances_[below * outcomes_ + at];
      chance = apart ? chance * own : std::min(chance, own);
    }
    sum += chance;
  }
  return std::clamp(sum, 1e-12, 1.0);
}

GraphNode DecisionGraph::answered(GraphNode node, std::size_t question, std::size_t option) {
  ++looks_;
  if (!depends_on(node, question)) return node;
  if (nodes_[node].question == question) return child(node, option);
  const std::uint64_t key = (std::uint64_t{node} << 32U) | (first_choice_[question] + option);
  if (const GraphNode* known = answered_of_.find(key)) return *known;
  const std::size_t own = nodes_[node].question;
  const std::size_t count = shares_[own].size();
  for (std::size_t at = 0; at < count; ++at) pending_.push_back(answered(child(node, at), question, option));
  const GraphNode left = add(own, std::span(pending_).last(count));
  pending_.resize(pending_.size() - count);
  answered_of_.add(key, left);
  return left;
}

bool DecisionGraph::depends_on(GraphNode node, std::size_t question) const {
  return has_bit(set_of(node), question);
}

std::vector<std::size_t> DecisionGraph::questions_in(GraphNode node) const {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < questions(); ++at) {
    if (depends_on(node, at)) found.push_back(at);
  }
  return found;
}

std::size_t DecisionGraph::outcomes_left(GraphNode node) const {
  std::size_t count = 0;
  for (std::size_t word = question_words_; word < words_; ++word) {
    count += static_cast<std::size_t>(std::popcount(set_of(node)[word]));
  }
  return count;
}

}  // namespace tsg
