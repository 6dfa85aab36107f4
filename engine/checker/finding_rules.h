// SPDX-License-Identifier: MIT
// Which rules can list findings. The contract does not say, but a rule that never names `finding` cannot.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "engine/model/pack.h"

namespace tsg {

// Names ("domain/rule") of the rules whose text, or that of a module they may require, holds `finding` or
// `_ENV`. All others list nothing, whatever the facts: the sandbox offers no other way to the function.
std::set<std::string, std::less<>> rules_that_may_list(const Pack& pack);

}  // namespace tsg
