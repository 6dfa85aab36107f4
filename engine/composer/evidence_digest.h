// SPDX-License-Identifier: MIT
#pragma once

#include "engine/composer/composed.h"

namespace tsg {

// For readers in a hurry: of each step and check, the last facts that no step before it showed, without a
// time of gathering that repeats the line above. `evidence_left_out` counts the others. Nothing is lost: the
// resolution has them all.
void digest_evidence(ComposedGuide& guide);

}  // namespace tsg
