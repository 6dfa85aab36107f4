// SPDX-License-Identifier: MIT
// A guide with its scenarios, and all of them run.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/model/scenario.h"
#include "engine/tsg.h"
#include "tools/facts_shelf.h"
#include "tools/observed.h"
#include "tools/scenario_run.h"

namespace tsg {

struct TestedGuide {
  std::string id = {};
  std::unique_ptr<GuideResolver> resolver = {};  // null: the guide cannot be read or compiled
  std::unique_ptr<FactsShelf> facts = {};
  std::vector<Scenario> scenarios = {};   // those that can be read, in the order of their files
  Diagnostics diagnostics = {};           // of the guide
  Diagnostics scenario_diagnostics = {};  // of scenario files that cannot be read
};

// All scenarios of the guide, or the one of that name.
TestedGuide open_tested_guide(const std::string& pack_root, const std::string& guide,
                              const std::string& scenario);

enum class Observe : std::uint8_t { Nothing, Everything };

struct GuideRun {
  std::vector<ScenarioRun> runs = {};   // one for each scenario
  std::vector<Observed> observed = {};  // likewise, when it was asked for
  RuleLines loaded = {};                // lines that ran while the rules were loaded
};

// On up to `jobs` threads. REQUIRES: guide.resolver
GuideRun run_guide(TestedGuide& guide, std::size_t jobs, Observe observed);

}  // namespace tsg
