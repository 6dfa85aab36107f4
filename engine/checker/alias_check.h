// SPDX-License-Identifier: MIT
// Lines of [values] that can never help.
#pragma once

#include "engine/checker/contracts.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

// Aliases for names that no rule provides, no step asks for and no line of [values] explains; aliases that
// name one another. Nothing is said of the first while a rule of the pack has no contract.
Diagnostics check_aliases(const Pack& pack, const Guide& guide, const Contracts& contracts);

}  // namespace tsg
