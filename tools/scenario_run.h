// SPDX-License-Identifier: MIT
// Scenarios read, given their facts, and run.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/scenario.h"
#include "engine/tsg.h"
#include "tools/scenario_difference.h"

namespace tsg {

struct ScenarioRun {
  std::vector<Difference> differences = {};  // empty, with facts that were read: it came as expected
  bool refused = false;                      // the facts could not be read
  Diagnostics diagnostics = {};              // of the facts
  bool passed() const { return differences.empty() && !refused; }
};

// What a scenario names as its facts, below `pack_root`.
FactsLoading load_scenario_facts(const Scenario& scenario, const Catalogue& catalogue,
                                 const std::string& pack_root);

// Facts are read below `pack_root`.
ScenarioRun run_scenario(const Scenario& scenario, GuideResolver& resolver, const std::string& pack_root);

// The scenario `name` of a guide; nothing, and diagnostics, when it cannot be read.
std::optional<Scenario> read_named_scenario(const std::string& pack_root, std::string_view guide,
                                            std::string_view name, Diagnostics& diagnostics);

// All scenarios of a guide, sorted by file; problems of the files go to `diagnostics`.
std::vector<Scenario> read_scenarios(const std::string& pack_root, std::string_view guide,
                                     Diagnostics& diagnostics);

}  // namespace tsg
