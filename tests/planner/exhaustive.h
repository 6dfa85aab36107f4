// SPDX-License-Identifier: MIT
// The oracle: dynamic programming over all states of knowledge, straight from the words of the model, with
// nothing of the planner but its structs. Costs of the optimum, of author order, and of any given policy are
// exact expectations. Knowledge is forgotten where no possible way comes to the step any more.
// REQUIRES of problems: no circles, a step has options, at most 64 commands.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <vector>

#include "engine/planner/plan_problem.h"

namespace tsg::test {

struct Known {
  std::vector<std::size_t> options = {};  // option_unknown where it is open
  std::uint64_t run = 0;
  auto operator<=>(const Known&) const = default;
};

// The step to ask.
using Policy = std::function<std::size_t(const Known&)>;

class Exhaustive {
 public:
  explicit Exhaustive(const PlanProblem& problem) : problem_(problem) {
    leaves_.assign(problem.steps.size(), 0.0);
    for (std::size_t step = 0; step < problem.steps.size(); ++step) leaves_below(step);
  }

  Known nothing() const { return {std::vector<std::size_t>(problem_.steps.size(), option_unknown), 0}; }

  double optimum() { return optimum(nothing()); }
  double optimum(Known known) {
    forget(known);
    const Ways ways = ways_of(known);
    if (ways.outcomes.size() == 1) return 0;
    const auto found = optima_.find(known);
    if (found != optima_.end()) return found->second;
    double best = std::numeric_limits<double>::infinity();
    for (const std::size_t step : ways.open) {
      best = std::min(best, asking(known, step, [this](const Known& next) { return optimum(next); }));
    }
    return optima_[known] = best;
  }

  double author_cost() {
    const Policy author = [this](const Known& known) {
      std::size_t step = problem_.start;
      while (known.options[step] != option_unknown) step = target(step, known.options[step]).index;
      return step;
    };
    return cost_of(author);
  }

  double cost_of(const Policy& policy) {
    std::map<Known, double> costs;
    const std::function<double(const Known&)> cost = [&](const Known& known) {
      if (ways_of(known).outcomes.size() == 1) return 0.0;
      const auto found = costs.find(known);
      if (found != costs.end()) return found->second;
      const double sum = asking(known, policy(known), cost);
      return costs[known] = sum;
    };
    return cost(nothing());
  }

  // Is there a way to answer the other open steps by which the outcome hangs on this one?
  bool matters(const Known& known, std::size_t step) const {
    if (known.options[step] != option_unknown) return false;
    const std::set<std::size_t> open = ways_of(known).open;
    if (open.count(step) == 0) return false;
    std::vector<std::size_t> others(open.begin(), open.end());
    others.erase(std::find(others.begin(), others.end(), step));
    Known full = known;
    return differs(full, step, others, 0);
  }

  std::size_t states() const { return optima_.size(); }

 private:
  struct Ways {
    std::set<std::size_t> outcomes = {};
    std::set<std::size_t> open = {};  // steps on possible ways, not known
    std::set<std::size_t> met = {};   // steps on possible ways
  };

  const PlanTarget& target(std::size_t step, std::size_t option) const {
    return problem_.steps[step].options[option];
  }

  double leaves_below(std::size_t step) {
    if (leaves_[step] > 0) return leaves_[step];
    double sum = 0;
    for (const PlanTarget& option : problem_.steps[step].options) sum += leaves_of(option);
    return leaves_[step] = sum;
  }
  double leaves_of(const PlanTarget& option) {
    return option.kind == PlanTargetKind::Outcome ? 1 : leaves_below(option.index);
  }

  double chance(std::size_t step, std::size_t option) {
    const PlanStep& asked = problem_.steps[step];
    double sum = 0;
    for (const double weight : asked.weights) sum += weight;
    return sum > 0 ? asked.weights[option] / sum : leaves_of(asked.options[option]) / leaves_[step];
  }

  void follow(const Known& known, const PlanTarget& to, Ways& ways) const {
    if (to.kind == PlanTargetKind::Outcome) return void(ways.outcomes.insert(to.index));
    if (!ways.met.insert(to.index).second) return;
    const std::size_t option = known.options[to.index];
    if (option != option_unknown) return follow(known, target(to.index, option), ways);
    ways.open.insert(to.index);
    for (const PlanTarget& next : problem_.steps[to.index].options) follow(known, next, ways);
  }

  Ways ways_of(const Known& known) const {
    Ways ways;
    follow(known, {PlanTargetKind::Step, problem_.start}, ways);
    return ways;
  }

  void forget(Known& known) const {
    const Ways ways = ways_of(known);
    std::uint64_t useful = 0;
    for (std::size_t step = 0; step < known.options.size(); ++step) {
      if (ways.met.count(step) == 0) known.options[step] = option_unknown;
    }
    for (const std::size_t step : ways.open) {
      for (const std::size_t command : problem_.steps[step].commands) useful |= std::uint64_t{1} << command;
    }
    known.run &= useful;
  }

  double asking(const Known& known, std::size_t step, const std::function<double(const Known&)>& rest) {
    const PlanStep& asked = problem_.steps[step];
    Known next = known;
    double sum = asked.commands.empty() ? asked.question_cost : 0;
    for (const std::size_t command : asked.commands) {
      const std::uint64_t bit = std::uint64_t{1} << command;
      if ((next.run & bit) == 0) sum += problem_.commands[command].cost;
      next.run |= bit;
    }
    for (std::size_t option = 0; option < asked.options.size(); ++option) {
      next.options[step] = option;
      const double probability = chance(step, option);
      if (probability > 0) sum += probability * rest(next);
    }
    return sum;
  }

  std::size_t outcome_of(const Known& full) const { return *ways_of(full).outcomes.begin(); }

  bool differs(Known& full, std::size_t step, const std::vector<std::size_t>& others, std::size_t at) const {
    if (at < others.size()) {
      bool found = false;
      const std::size_t options = problem_.steps[others[at]].options.size();
      for (std::size_t option = 0; option < options && !found; ++option) {
        full.options[others[at]] = option;
        found = differs(full, step, others, at + 1);
      }
      return found;
    }
    std::set<std::size_t> outcomes;
    Known answered = full;
    for (std::size_t option = 0; option < problem_.steps[step].options.size(); ++option) {
      answered.options[step] = option;
      outcomes.insert(outcome_of(answered));
    }
    return outcomes.size() > 1;
  }

  const PlanProblem& problem_;
  std::vector<double> leaves_ = {};
  std::map<Known, double> optima_ = {};
};

}  // namespace tsg::test
