// SPDX-License-Identifier: MIT
// Why a scenario failed, for its author: each difference at its expectation, the first with the step that
// went another way and the facts that its rule read.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/scenario.h"
#include "engine/tsg.h"
#include "tools/facts_shelf.h"
#include "tools/scenario_run.h"

namespace tsg {

// REQUIRES: the run did not pass
Diagnostics failure_of(const Scenario& scenario, const ScenarioRun& run, GuideResolver& resolver,
                       FactsShelf& shelf);

}  // namespace tsg
