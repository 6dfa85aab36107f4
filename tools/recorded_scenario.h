// SPDX-License-Identifier: MIT
// What a guide makes of some facts and answers, written as a scenario that expects just that.
#pragma once

#include <string>

#include "engine/model/answers.h"
#include "engine/model/resolution.h"

namespace tsg {

struct RecordedScenario {
  std::string title = {};
  std::string facts = {};  // relative to the scenario's folder; empty: none
  std::string now = {};
  Answers answers = {};
};

std::string scenario_text(const RecordedScenario& scenario, const Resolution& resolution);

}  // namespace tsg
