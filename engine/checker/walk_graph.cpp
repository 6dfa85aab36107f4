// SPDX-License-Identifier: MIT
#include "engine/checker/walk_graph.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/checker/finding_rules.h"
#include "engine/checker/forked_steps.h"
#include "engine/checker/reachability.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

using Names = std::vector<std::string>;

// More sets of guides than this are not told apart: the guides before the last are then forgotten, which
// can make a value seem missing but never hides one that is.
constexpr std::size_t most_guide_sets = 64;

Names sorted_names(const std::vector<std::string>& names) {
  Names lowered;
  for (const std::string& name : names) lowered.push_back(ascii_lowered(name));
  std::sort(lowered.begin(), lowered.end());
  lowered.erase(std::unique(lowered.begin(), lowered.end()), lowered.end());
  return lowered;
}

Names common_names(const Names& a, const Names& b) {
  Names both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both;
}

Names provided_names(const RuleContract& contract, const std::string& answer) {
  const auto provided = contract.provides.find(answer);
  return provided == contract.provides.end() ? Names() : sorted_names(provided->second);
}

enum class Silent : std::uint8_t { Count, PassOver };  // answers that provide nothing

// What all answers provide.
Names provided_by_all(const RuleContract& contract, Silent silent) {
  Names all;
  bool first = true;
  for (const std::string& answer : contract.answers) {
    const Names names = provided_names(contract, answer);
    if (names.empty() && silent == Silent::PassOver) continue;
    all = first ? names : common_names(all, names);
    first = false;
  }
  return all;
}

Names input_names(const Step& step) {
  Names names;
  for (const Input& input : step.inputs) names.push_back(input.name);
  return sorted_names(names);
}

bool is_answer(const RuleContract* contract, const std::string& option) {
  if (contract == nullptr) return false;
  const auto& answers = contract->answers;
  return std::find(answers.begin(), answers.end(), option) != answers.end();
}

How how_of(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::Next:
      return How::ByHand;
    case EdgeKind::Unknown:
      return How::Unknown;
    case EdgeKind::NotApplicable:
      return How::NotApplicable;
    case EdgeKind::NoSubjects:
      return How::NoSubjects;
  }
  return How::ByHand;
}

}  // namespace

class WalkGraphBuilder {
 public:
  WalkGraphBuilder(WalkGraph& graph, const Pack& pack, const Contracts& contracts)
      : graph_(graph), pack_(pack), contracts_(contracts), may_list_(rules_that_may_list(pack)) {}

  void build(const Guide& start) {
    const std::size_t step = graph_.steps_.start_of(start);
    if (step == no_step) return;
    find_forked(step);
    node_of(step, false, set_of({&start}));
    for (std::size_t node = 0; node < graph_.nodes_.size(); ++node) add_ways(node);
  }

 private:
  using Key = std::tuple<std::size_t, bool, std::size_t>;

  void find_forked(std::size_t start) {
    std::vector<bool> forks = reached_from(graph_.steps_, {start});
    for (std::size_t node = 0; node < forks.size(); ++node) {
      const Step& step = *graph_.steps_.node(node).step;
      forks[node] = forks[node] && find_contract(contracts_, step.for_each) != nullptr;
    }
    forked_ = forked_steps(graph_.steps_, forks);
  }

  std::size_t set_of(GuideSet set) {
    const auto [known, fresh] = sets_.try_emplace(set, graph_.travelled_.size());
    if (fresh) graph_.travelled_.push_back(std::move(set));
    return known->second;
  }

  std::size_t with_guide(std::size_t travelled, const Guide* last) {
    GuideSet set = graph_.travelled_[travelled];
    const auto place = std::lower_bound(set.begin(), set.end(), last);
    if (place != set.end() && *place == last) return travelled;
    set.insert(place, last);
    const bool full = graph_.travelled_.size() >= most_guide_sets && sets_.count(set) == 0;
    return set_of(full ? GuideSet{last} : std::move(set));
  }

  std::size_t node_of(std::size_t step, bool asked, std::size_t travelled) {
    const auto [known, fresh] = index_.try_emplace({step, asked, travelled}, graph_.nodes_.size());
    if (fresh) graph_.nodes_.push_back({step, asked, travelled, {}});
    return known->second;
  }

  void add_ways(std::size_t from) {
    const WalkNode node = graph_.nodes_[from];
    const StepNode& at = graph_.steps_.node(node.step);
    const bool forks = !at.step->for_each.empty() && !node.asked;
    if (forks) fork(from, node, *at.step);
    for (const StepEdge& edge : at.edges) {
      if (edge.kind == EdgeKind::NoSubjects && !forks) continue;
      if (edge.kind == EdgeKind::Next && !forks) lead_by_rule(from, node, edge);
      lead(from, node, edge, how_of(edge.kind), given_on(edge, *at.step));
    }
  }

  void fork(std::size_t from, const WalkNode& node, const Step& step) {
    const RuleContract* contract = find_contract(contracts_, step.for_each);
    if (contract == nullptr) return;
    Way way{from,    node_of(node.step, true, node.travelled),    How::Subject, nullptr,
            nullptr, provided_by_all(*contract, Silent::PassOver)};
    add(std::move(way));
  }

  Names given_on(const StepEdge& edge, const Step& step) const {
    if (edge.kind == EdgeKind::Next) return input_names(step);
    if (edge.kind != EdgeKind::NoSubjects) return {};
    const RuleContract* contract = find_contract(contracts_, step.for_each);
    return contract == nullptr ? Names() : provided_by_all(*contract, Silent::Count);
  }

  void lead_by_rule(std::size_t from, const WalkNode& node, const StepEdge& edge) {
    const Step& step = *graph_.steps_.node(node.step).step;
    const RuleContract* contract = step.rule.empty() ? nullptr : find_contract(contracts_, step.rule);
    if (!is_answer(contract, edge.edge->option)) return;
    const bool lists = may_list_.count(step.rule) > 0;
    const bool kept = !lists || (edge.end == EndKind::Leaf && !forked_[node.step]);
    lead(from, node, edge, How::ByRule, kept ? provided_names(*contract, edge.edge->option) : Names());
  }

  void lead(std::size_t from, const WalkNode& node, const StepEdge& edge, How how, Names gives) {
    const Guide& guide = *graph_.steps_.node(node.step).guide;
    Way way{from, no_way, how, edge.edge, nullptr, std::move(gives)};
    switch (edge.end) {
      case EndKind::Step:
        way.to = node_of(edge.to, false, with_guide(node.travelled, graph_.steps_.node(edge.to).guide));
        return add(std::move(way));
      case EndKind::Leaf:
        way.article = pack_.document_of(guide, edge.edge->target);
        return add(std::move(way));
      case EndKind::NoSteps:
      case EndKind::Missing:
        return;
    }
  }

  void add(Way way) {
    graph_.nodes_[way.from].ways.push_back(graph_.ways_.size());
    graph_.ways_.push_back(std::move(way));
  }

  WalkGraph& graph_;
  const Pack& pack_;
  const Contracts& contracts_;
  std::set<std::string, std::less<>> may_list_;
  std::vector<bool> forked_ = {};
  std::map<Key, std::size_t> index_ = {};
  std::map<GuideSet, std::size_t> sets_ = {};
};

WalkGraph::WalkGraph(const StepGraph& steps, const Pack& pack, const Guide& start, const Contracts& contracts)
    : steps_(steps) {
  WalkGraphBuilder(*this, pack, contracts).build(start);
}

}  // namespace tsg
