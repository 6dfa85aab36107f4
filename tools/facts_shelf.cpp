// SPDX-License-Identifier: MIT
#include "tools/facts_shelf.h"

#include "tools/scenario_run.h"

namespace tsg {

const FactsLoading& FactsShelf::facts_of(const Scenario& scenario) {
  Place* place = nullptr;
  {
    const std::lock_guard<std::mutex> lock(finding_);
    place = &places_[{scenario.facts, scenario.without, scenario.documents, scenario.now}];
  }
  std::call_once(place->loaded, [&] {
    place->facts =
        std::make_unique<const FactsLoading>(load_scenario_facts(scenario, catalogue_, pack_root_));
  });
  return *place->facts;
}

}  // namespace tsg
