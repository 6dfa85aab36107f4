// SPDX-License-Identifier: MIT
#pragma once

#include "engine/composer/composed.h"
#include "engine/composer/wording.h"

namespace tsg {

// A visit in words. Customers see neither rules nor reasons nor messages of broken rules.
ComposedStep compose_step(const Visit& visit, const Wording& wording, Audience audience);

// "rules/domain/id.lua:12", without the line when it is not known.
std::string rule_place(const Verdict& verdict);

}  // namespace tsg
