// SPDX-License-Identifier: MIT
// What can be wrong in the templates that lay out the pages of a site: TSG750 to TSG769.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code template_syntax{"TSG750", Severity::Error, "a tag of a template that cannot be read"};
inline constexpr Code template_unclosed{"TSG751", Severity::Error,
                                        "a tag or block of a template is never closed"};
inline constexpr Code template_unopened{"TSG752", Severity::Error,
                                        "a tag of a template that belongs to no block"};
inline constexpr Code template_include_unknown{"TSG753", Severity::Error,
                                               "a template includes a file that is not there"};
inline constexpr Code template_include_cycle{"TSG754", Severity::Error, "a template includes itself"};
inline constexpr Code template_value_place{"TSG755", Severity::Error, "a value stands where none may"};
inline constexpr Code template_branches{"TSG756", Severity::Error,
                                        "branches of a template end in different places of a page"};
inline constexpr Code template_markup{"TSG757", Severity::Error,
                                      "markup of a template that browsers may read in two ways"};
inline constexpr Code template_name_unknown{"TSG758", Severity::Error, "a template names an unknown value"};
inline constexpr Code template_value_kind{"TSG759", Severity::Error,
                                          "a template uses a value as what it is not"};
inline constexpr Code template_limit{"TSG760", Severity::Error, "a template larger or deeper than is read"};
inline constexpr Code template_bytes{"TSG761", Severity::Error, "a template that is not UTF-8 text"};
inline constexpr Code template_missing{"TSG762", Severity::Error, "a template that a site needs is missing"};

}  // namespace tsg::codes
