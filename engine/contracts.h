// SPDX-License-Identifier: MIT
// A guide held against the contracts of the rules it uses: every answer has an edge, every edge an answer.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/guide.h"
#include "engine/model/rule.h"

namespace tsg {

// Rules that did not compile have no contract and are passed over: their own diagnostics say why.
Diagnostics check_contracts(const Guide& guide, const RuleRunner& rules);

}  // namespace tsg
