// SPDX-License-Identifier: MIT
// Drafts of guides that `tsg import` made.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code draft_doubt{"TSG570", Severity::Warning, "a draft guide holds a doubt of its import"};

}  // namespace tsg::codes
