// SPDX-License-Identifier: MIT
// The checker told a second time, as plainly as can be: it takes every way a walk can take, one after
// another, and looks what is there at the end of each. It shares no code with engine/checker.
#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "tests/checker/random_tree.h"

namespace tsg::test {

// "g0/x1 A g0": the article, the placeholder, the guide whose step leads there.
using Lacks = std::set<std::string>;

class NaiveTree {
 public:
  explicit NaiveTree(const Tree& tree) : tree_(tree) {
    for (const Guide& guide : tree.pack.guides) {
      for (const Step& step : guide.steps) steps_.push_back({&guide, &step});
    }
    for (const Guide& guide : tree.pack.guides) lacks_of_.push_back(take_all_ways(guide));
  }

  // On all ways of a walk that starts in `guide`.
  const Lacks& lacks_of(const Guide& guide) const {
    return lacks_of_[static_cast<std::size_t>(&guide - tree_.pack.guides.data())];
  }
  // Steps met on any way of any guide: "g0/s1".
  std::set<std::string> reached() const {
    std::set<std::string> names;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      if ((reached_ >> at & 1U) != 0) names.insert(name(at));
    }
    return names;
  }
  // Steps in circles that no answer leaves.
  std::set<std::string> trapped() const {
    std::set<std::string> names;
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      const std::set<std::size_t> from_here = behind(at);
      if ((reached_ >> at & 1U) == 0 || from_here.count(at) == 0) continue;
      bool leaves = false;
      for (const std::size_t other : from_here) {
        if (behind(other).count(at) == 0) continue;
        for (const Edge& edge : steps_[other].step->next) {
          const std::size_t to = end_of(*steps_[other].guide, edge.target);
          leaves = leaves || to == SIZE_MAX || from_here.count(to) == 0 || behind(to).count(at) == 0;
        }
      }
      if (!leaves) names.insert(name(at));
    }
    return names;
  }

  // Whether the names given (one bit each) and [values] of the travelled guides fill a placeholder.
  bool filled(char letter, unsigned given, unsigned travelled, int aliases = 0) const {
    if ((given >> index_of(letter) & 1U) != 0) return true;
    for (std::size_t at = 0; at < tree_.pack.guides.size(); ++at) {
      if ((travelled >> at & 1U) == 0) continue;
      for (const ValueSource& value : tree_.pack.guides[at].values) {
        if (index_of(value.name[0]) != index_of(letter)) continue;
        if (value.fact == "doc.must") return true;
        if (!value.fact.empty() || aliases >= 16) continue;
        if (filled(value.placeholder[0], given, travelled, aliases + 1)) return true;
      }
    }
    return false;
  }

  static unsigned index_of(char letter) {
    return static_cast<unsigned>(std::tolower(static_cast<unsigned char>(letter)) - 'a');
  }
  static unsigned mask_of(const std::vector<std::string>& names) {
    unsigned mask = 0;
    for (const std::string& name : names) mask |= 1U << index_of(name[0]);
    return mask;
  }
  static unsigned inputs_of(const Step& step) {
    unsigned mask = 0;
    for (const Input& input : step.inputs) mask |= 1U << index_of(input.name[0]);
    return mask;
  }
  const RuleContract* contract(const std::string& rule) const {
    const auto found = tree_.contracts.find(rule);
    return found == tree_.contracts.end() ? nullptr : &found->second;
  }
  static unsigned provided(const RuleContract& contract, const std::string& answer) {
    const auto found = contract.provides.find(answer);
    return found == contract.provides.end() ? 0 : mask_of(found->second);
  }
  static unsigned in_all(const RuleContract& contract, bool pass_over_empty) {
    unsigned all = ~0U;
    for (const std::string& answer : contract.answers) {
      const unsigned mask = provided(contract, answer);
      if (mask != 0 || !pass_over_empty) all &= mask;
    }
    return all == ~0U ? 0 : all;
  }
  bool lists(const std::string& rule) const {
    for (const RuleSource& source : tree_.pack.rules) {
      if ("d/" + source.id == rule) return source.text.find("finding") != std::string::npos;
    }
    return false;
  }

 private:
  struct Place {
    const Guide* guide = nullptr;
    const Step* step = nullptr;
  };
  // What a walk carries along; bits by step, guide and name.
  struct State {
    unsigned met = 0;
    unsigned forks = 0;
    unsigned travelled = 0;
    unsigned given = 0;
    bool asked = false;
  };

  unsigned bit_of_guide(const Guide& guide) const {
    return 1U << static_cast<unsigned>(&guide - tree_.pack.guides.data());
  }
  std::string name(std::size_t at) const { return steps_[at].guide->id + "/" + steps_[at].step->id; }
  std::size_t index(const Guide& guide, const std::string& id) const {
    for (std::size_t at = 0; at < steps_.size(); ++at) {
      if (steps_[at].guide == &guide && steps_[at].step->id == id) return at;
    }
    return SIZE_MAX;
  }
  std::size_t end_of(const Guide& guide, const Target& target) const {
    if (target.kind == TargetKind::Step) return index(guide, target.id);
    if (target.kind != TargetKind::Guide) return SIZE_MAX;
    const Guide* other = tree_.pack.guide(target.id);
    return index(*other, target.step.empty() ? other->start : target.step);
  }
  std::set<std::size_t> behind(std::size_t first) const {
    std::set<std::size_t> found;
    std::vector<std::size_t> waiting = {first};
    while (!waiting.empty()) {
      const Place at = steps_[waiting.back()];
      waiting.pop_back();
      std::vector<Target> targets;
      for (const Edge& edge : at.step->next) targets.push_back(edge.target);
      if (at.step->on_unknown) targets.push_back(at.step->on_unknown->target);
      if (at.step->on_not_applicable) targets.push_back(at.step->on_not_applicable->target);
      if (at.step->on_no_subjects) targets.push_back(at.step->on_no_subjects->target);
      for (const Target& target : targets) {
        const std::size_t to = end_of(*at.guide, target);
        if (to != SIZE_MAX && found.insert(to).second) waiting.push_back(to);
      }
    }
    return found;
  }

  Lacks take_all_ways(const Guide& guide) {
    lacks_.clear();
    forked_ = 0;
    for (const bool judge : {false, true}) {  // first to learn which steps lie behind forks
      judge_ = judge;
      seen_.clear();
      State state;
      state.travelled = bit_of_guide(guide);
      come_to(guide, guide.start, state);
    }
    return lacks_;
  }

  void come_to(const Guide& guide, const std::string& id, State state) {
    const std::size_t at = index(guide, id);
    if (at == SIZE_MAX) return;
    const unsigned bit = 1U << at;
    if ((state.met & bit) != 0 || (state.forks & bit) != 0) return;  // a circle
    state.met |= bit;
    state.asked = false;
    take(at, state);
  }

  void take(std::size_t at, State state) {
    const std::uint64_t key = (std::uint64_t{state.met} << 40U) | (std::uint64_t{state.forks} << 24U) |
                              (std::uint64_t{state.given} << 12U) | (state.travelled << 8U) | (at << 1U) |
                              (state.asked ? 1U : 0U);
    if (!seen_.insert(key).second) return;  // this very way was taken, with the same in hand
    reached_ |= 1U << at;
    if (state.forks != 0) forked_ |= 1U << at;
    const Step& step = *steps_[at].step;
    const bool forks = !step.for_each.empty() && !state.asked;
    if (forks) fork(at, state);
    for (const Edge& edge : step.next) {
      const RuleContract* rule = forks ? nullptr : contract(step.rule);
      const bool answers =
          rule != nullptr && std::count(rule->answers.begin(), rule->answers.end(), edge.option);
      if (answers) {
        const bool leaf = edge.target.kind == TargetKind::Outcome;
        const bool kept = !lists(step.rule) || (leaf && (forked_ >> at & 1U) == 0);
        follow(at, edge, state, kept ? provided(*rule, edge.option) : 0);
      }
      follow(at, edge, state, inputs_of(step));
    }
    if (step.on_unknown) follow(at, *step.on_unknown, state, 0);
    if (step.on_not_applicable) follow(at, *step.on_not_applicable, state, 0);
  }

  void fork(std::size_t at, const State& state) {
    const Step& step = *steps_[at].step;
    const RuleContract* rule = contract(step.for_each);
    if (step.on_no_subjects)
      follow(at, *step.on_no_subjects, state, rule == nullptr ? 0 : in_all(*rule, false));
    if (rule == nullptr) return;
    State child = state;
    child.asked = true;
    child.met = 0;
    child.forks |= 1U << at;
    child.given |= in_all(*rule, true);
    take(at, child);
  }

  void follow(std::size_t at, const Edge& edge, State state, unsigned gives) {
    state.given |= gives;
    const Guide& guide = *steps_[at].guide;
    if (edge.target.kind == TargetKind::Step) return come_to(guide, edge.target.id, state);
    if (edge.target.kind == TargetKind::Guide) {
      const Guide* other = tree_.pack.guide(edge.target.id);
      state.travelled |= bit_of_guide(*other);
      return come_to(*other, edge.target.step.empty() ? other->start : edge.target.step, state);
    }
    if (!judge_) return;
    const Document* document = tree_.pack.document_of(guide, edge.target);
    for (const std::string& placeholder : document->compiled.placeholders) {
      if (filled(placeholder[0], state.given, state.travelled)) continue;
      lacks_.insert(document->article.path + " " + placeholder + " " + guide.id);
    }
  }

  const Tree& tree_;
  std::vector<Place> steps_ = {};
  std::vector<Lacks> lacks_of_ = {};
  Lacks lacks_ = {};
  unsigned reached_ = 0;
  unsigned forked_ = 0;
  bool judge_ = false;
  std::unordered_set<std::uint64_t> seen_ = {};
};

}  // namespace tsg::test
