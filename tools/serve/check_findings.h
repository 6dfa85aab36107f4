// SPDX-License-Identifier: MIT
// What the checks of a guide found besides the walk, each folded under its title: they may be many, and none
// of them is what the walk came for.
#pragma once

#include <string>

#include "engine/composer/composed.h"

namespace tsg {

// Markup; empty when the checks found nothing and left nothing open.
std::string check_findings_html(const ComposedGuide& guide);

}  // namespace tsg
