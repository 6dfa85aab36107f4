// SPDX-License-Identifier: MIT
// The visits of a resolution as a reader follows them: a trunk, then a branch for each subject (or for
// several that went the same way).
#pragma once

#include <vector>

#include "engine/composer/composed.h"
#include "engine/composer/wording.h"

namespace tsg {

std::vector<ComposedBranch> compose_path(const Resolution& resolution, const Wording& wording,
                                         Audience audience);

// The question and the answer of a visit; empty for no_visit.
ComposedWhy why_of(const Resolution& resolution, std::size_t visit, const Wording& wording);

}  // namespace tsg
