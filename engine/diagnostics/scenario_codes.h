// SPDX-License-Identifier: MIT
// Messages about scenarios.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code scenario_member{"TSG701", Severity::Error,
                                      "a member of a scenario is missing, unknown or of another type"};
inline constexpr Code scenario_differs{"TSG702", Severity::Error,
                                       "a guide resolves otherwise than a scenario says"};

inline constexpr Code scenario_unusable{"TSG703", Severity::Error,
                                        "a scenario's facts or answers cannot be used"};
inline constexpr Code scenario_not_updated{"TSG704", Severity::Error,
                                           "the expectations of a scenario cannot be rewritten"};
inline constexpr Code scenario_unknown{"TSG705", Severity::Error,
                                       "a scenario is named that the guide has not"};

}  // namespace tsg::codes
