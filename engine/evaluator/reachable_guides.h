// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "engine/model/pack.h"

namespace tsg {

// `guide`, then every guide of the pack that a walk from it can jump to, each once, nearest first.
std::vector<const Guide*> reachable_guides(const Pack& pack, const Guide& guide);

}  // namespace tsg
