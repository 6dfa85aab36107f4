// SPDX-License-Identifier: MIT
// What a guide found, as steps (resolution_troubleshooter.h).
#pragma once

#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

// Solutions. Their ids are the targets, with the subjects of a fork in brackets: "outcome:add-servers[a, b]".
std::vector<HelpStep> outcome_steps(const ComposedGuide& composed);

// Insights and undecided checks, "check:ID".
std::vector<HelpStep> check_steps(const Resolution& resolution, const ComposedGuide& composed,
                                  const Pack& pack);

// One check that says yes, as an insight of its own.
HelpInsight check_insight(const ComposedCheck& check);

}  // namespace tsg
