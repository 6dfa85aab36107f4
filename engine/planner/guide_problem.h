// SPDX-License-Identifier: MIT
// The planner's problem of a real guide: what is still open in a resolution, one plan for every branch.
//
//   const std::vector<GuidePlan> plans = plan_guide({pack, guide, resolution, rules, facts});
//   for (const GuidePlan& plan : plans) rank_questions(plan.problem, plan.state);
//
// A branch is the way of one subject, or the way outside forks. Its plan starts at its first open step; what
// was answered above is left behind, what was answered below, by way of `on.unknown`, is known.
//   * Options are the edges `next.*`, and `on.not-applicable` where a rule may take it. Where `on.unknown`
//     leads is not planned: what is found there is provisional. An error of a rule is not planned either.
//   * A step with a rule costs the documents that the rule's `reads` name and that are not there, each by its
//     catalogue's cost; documents with the same command are one command. It is free when all are there. It
//     is asked by hand where the rule was asked and gathering more would not help, or has no contract.
//   * A fork further on is planned as one step that one subject passes: the facts of its `for-each` are among
//     its facts, `on.no-subjects` among its options. How many subjects there will be is not guessed.
//   * Every branch is planned alone: what one gathers for another is free once it is there, and not before.
//   * Leaves that show the same article are one outcome. A target that does not exist, and a way back to a
//     step above the plan, are outcomes of their own.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/model/facts.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "engine/model/rule.h"
#include "engine/planner/plan_problem.h"

namespace tsg {

// In the unit of the catalogues' costs: an answer from the customer takes longer than most commands.
inline constexpr double asked_cost = 4;

// How often an option of a step was the answer, such as feedback tells.
struct OptionCount {
  std::string guide = {};
  std::string step = {};
  std::string option = {};
  double count = 0;
  bool operator==(const OptionCount&) const = default;
};

// Borrows all of it; plans point into the pack.
struct GuidePlanRequest {
  const Pack& pack;
  const Guide& guide;
  const Resolution& resolution;              // of this guide
  const RuleRunner& rules;                   // for the contracts; runs nothing
  std::span<const Facts* const> facts = {};  // at most one for each domain
  double question_cost = asked_cost;
  std::span<const OptionCount> counts = {};
};

struct PlannedStep {
  const Guide* guide = nullptr;
  const Step* step = nullptr;
  std::vector<std::string> edges = {};  // by option of the problem, as in Visit::edge: "next.yes"
};

struct GuidePlan {
  std::size_t visit = no_visit;  // its first open step
  std::string subject = {};      // empty outside forks
  PlanProblem problem = {};
  PlanState state = {};
  std::vector<PlannedStep> steps = {};                  // by step of the problem
  std::vector<const CatalogueDocument*> commands = {};  // by command; the first document it gathers
};

inline constexpr std::size_t planned_branches = 100;  // more open ones are not planned

// In the order of the visits. Empty when nothing is open.
std::vector<GuidePlan> plan_guide(const GuidePlanRequest& request);

}  // namespace tsg
