// SPDX-License-Identifier: MIT
// What would carry a case on, the best first (engine/planner), in words for an agent.
#pragma once

#include <string>
#include <vector>

#include "tools/desk/case_view.h"

namespace tsg {

struct NextQuestion {
  std::string guide = {};
  std::string step = {};
  std::string subject = {};  // of its branch; empty outside forks
  std::string question = {};
  std::string words = {};                  // "leaves 2 to 3 of 7 outcomes; runs 1 command: az ..."
  std::vector<std::string> commands = {};  // lines for a shell
  double cost = 0;                         // of asking it
  double expected_cost = 0;                // of the rest of the walk, when it is asked first
  std::size_t outcomes = 0;                // possible now
  double expected_left = 0;                // possible after it, on average
  bool reached = false;                    // the walk stands at it
};

inline constexpr std::size_t shown_questions = 5;  // of each open branch

std::vector<NextQuestion> next_questions(const CaseView& view);

}  // namespace tsg
