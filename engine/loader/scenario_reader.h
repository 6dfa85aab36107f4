// SPDX-License-Identifier: MIT
// Scenario files (docs/scenario-format.md).
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/scenario.h"

namespace tsg {

struct ScenarioReading {
  Scenario scenario = {};
  Diagnostics diagnostics = {};
};

// `file` as named from the pack's root: facts are named relative to it.
ScenarioReading read_scenario(const std::string& file, std::string_view bytes);

}  // namespace tsg
