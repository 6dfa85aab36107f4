// SPDX-License-Identifier: MIT
// Articles that lie in a guide's folder and that nobody will ever be shown.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

// Outcomes of the guide's own folder that no edge and no check of any guide names, and files of its steps/
// without a step. The folder is looked at when the pack has a root. An outcome that only a step out of reach
// names is that step's matter.
Diagnostics check_unused(const Pack& pack, const Guide& guide);

// The same of guides/shared/outcomes. REQUIRES: all guides of the pack were read
Diagnostics check_unused_shared(const Pack& pack);

}  // namespace tsg
