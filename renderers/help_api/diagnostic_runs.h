// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "renderers/help_api/replacement_maps.h"

namespace tsg {

// What the checks of the resolution's guide found, by the symptoms they are asked for: `Succeeded` with the
// insights (none when nothing was found), `MissingInputs` with the paths that are wanted, or `Failed` when
// every check of the symptom broke. A symptom that no check has is not in it. REQUIRES: `composed` was made
// of `resolution` and `pack`.
std::vector<DiagnosticRun> diagnostic_runs(const Resolution& resolution, const ComposedGuide& composed,
                                           const Pack& pack);

}  // namespace tsg
