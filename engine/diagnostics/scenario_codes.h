// SPDX-License-Identifier: MIT
// Messages about scenarios.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code scenario_member{"TSG701", Severity::Error,
                                      "a member of a scenario is missing, unknown or of another type"};
inline constexpr Code scenario_differs{"TSG702", Severity::Error,
                                       "a guide resolves otherwise than a scenario says"};

}  // namespace tsg::codes
