// SPDX-License-Identifier: MIT
// Messages about composing and rendering: TSG650 to TSG699.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code unfilled_placeholder{"TSG650", Severity::Error,
                                           "a placeholder of a customer's page has no value"};
inline constexpr Code withheld_value{"TSG651", Severity::Warning,
                                     "a value was withheld from a customer's page"};
inline constexpr Code missing_document{"TSG652", Severity::Warning,
                                       "a resolution names an article that the pack does not have"};
inline constexpr Code changed_guide{"TSG653", Severity::Warning,
                                    "a guide changed since the resolution was made"};
inline constexpr Code missing_guide{"TSG654", Severity::Warning,
                                    "a resolution names a guide that the pack does not have"};

}  // namespace tsg::codes
