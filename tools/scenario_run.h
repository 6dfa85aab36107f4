// SPDX-License-Identifier: MIT
// Runs a scenario and says how what came differs from what it expects.
#pragma once

#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/scenario.h"
#include "engine/tsg.h"

namespace tsg {

struct ScenarioRun {
  std::vector<std::string> differences = {};  // empty: it came as expected
  Diagnostics diagnostics = {};               // of the facts
};

// What a scenario names as its facts, below `pack_root`.
FactsLoading load_scenario_facts(const Scenario& scenario, const Catalogue& catalogue,
                                 const std::string& pack_root);

// Facts are read below `pack_root`.
ScenarioRun run_scenario(const Scenario& scenario, GuideResolver& resolver, const std::string& pack_root);

// All scenarios of a guide, sorted by file; problems of the files go to `diagnostics`.
std::vector<Scenario> read_scenarios(const std::string& pack_root, std::string_view guide,
                                     Diagnostics& diagnostics);

}  // namespace tsg
