// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "renderers/help_api/help_troubleshooter.h"

namespace tsg {

// The visit at that index as a step (resolution_troubleshooter.h). REQUIRES: visit < resolution.visits.size()
HelpStep visit_step(const Resolution& resolution, std::size_t visit, const Pack& pack, Audience audience);

}  // namespace tsg
