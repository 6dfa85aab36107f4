// SPDX-License-Identifier: MIT
// Which question should be asked next, and what would it bring? docs/next-question.md has the model.
//
// The order is that of the expected cost of the whole rest of the walk when the question is asked first and
// the best known way is followed after it. Small problems are searched to the end, and the first question is
// an optimal one. Where work runs out, no first question is worse than going on in the author's order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/planner/plan_problem.h"

namespace tsg {

enum class CostKnowledge : std::uint8_t {
  Exact,   // no policy that asks this first is cheaper
  AtMost,  // some policy is as cheap; a cheaper one was not ruled out
};

struct RankedQuestion {
  std::size_t step = 0;
  std::size_t author_step = 0;             // what author order would ask now; the same for all
  std::vector<std::size_t> commands = {};  // to run, ascending: those it needs that have not run
  double cost = 0;                         // of the commands to run; of a step asked by hand, of asking
  std::size_t outcomes = 0;                // possible now
  std::size_t fewest_left = 0;             // possible after the answer that leaves the fewest
  std::size_t most_left = 0;
  double expected_left = 0;
  double expected_cost = 0;  // of the rest of the walk, this question included
  CostKnowledge knowledge = CostKnowledge::AtMost;
  bool operator==(const RankedQuestion&) const = default;
};

// Work that may be done, in units of plan_search.h of about 0.1 us: to search to the end, and if that was not
// enough to look some questions ahead; then to judge every question.
inline constexpr std::size_t few_steps = 16;  // open ones; of more, a search hardly ever comes to its end
inline constexpr std::size_t search_work_of_few = 150000;
inline constexpr std::size_t search_work = 10000;
inline constexpr std::size_t ranking_work = 60000;
inline constexpr std::size_t searched_steps = 1000;  // of more open ones, only the author's next is ranked

// Best first; equally good ones: the author's first, then the cheaper, then the one that leaves less. Empty
// when the outcome is certain, or the problem is not valid. A question is left out if its answer makes no
// difference to the outcome, whatever else is answered: no way comes to it any more, or all its options lead
// to the same. Where ranking work runs out, the last in the author's order are left out too.
std::vector<RankedQuestion> rank_questions(const PlanProblem& problem, const PlanState& state);

}  // namespace tsg
