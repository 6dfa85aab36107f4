// SPDX-License-Identifier: MIT
// Scenarios of the repository's guides, resolved: one in eight, every one with TSG_EVERY_SCENARIO set.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "engine/loader/pack_files.h"
#include "tools/scenario_run.h"

namespace tsg::test {

inline const std::string pack_root = TSG_SOURCE_DIR;

struct ResolvedScenario {
  const Scenario& scenario;
  GuideResolver& resolver;
  const Facts& facts;
  Resolution resolution = {};
};

template <typename Look>
void each_scenario(Look look) {
  const std::size_t stride = std::getenv("TSG_EVERY_SCENARIO") != nullptr ? 1 : 8;
  std::size_t met = 0;
  std::size_t seen = 0;
  for (const std::string& guide : folders_in(pack_root, "guides")) {
    if (!has_file(pack_root, "guides/" + guide + "/guide.toml")) continue;
    GuideOpening opening = open_guide(pack_root, guide);
    REQUIRE(opening.resolver);
    Diagnostics diagnostics;
    for (const Scenario& scenario : read_scenarios(pack_root, guide, diagnostics)) {
      if (met++ % stride != 0) continue;
      INFO(scenario.file);
      const FactsLoading facts = load_scenario_facts(scenario, opening.resolver->catalogue(), pack_root);
      REQUIRE_FALSE(facts.refused);
      Resolution resolution = opening.resolver->resolve(facts.facts, scenario.answers, Trace::On);
      look(ResolvedScenario{scenario, *opening.resolver, facts.facts, std::move(resolution)});
      ++seen;
    }
  }
  CHECK(seen >= 14);
}

}  // namespace tsg::test
