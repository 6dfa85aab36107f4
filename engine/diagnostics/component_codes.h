// SPDX-License-Identifier: MIT
// What can be wrong in the components of an article and in links that open a blade of the portal.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code component_unclosed{"TSG276", Severity::Error, "a component is never closed"};
inline constexpr Code component_not_shown{"TSG277", Severity::Warning,
                                          "a component in an article whose type does not show it"};
inline constexpr Code component_member_unknown{"TSG278", Severity::Warning,
                                               "a component has a member that none has"};
inline constexpr Code component_member_missing{"TSG279", Severity::Error,
                                               "a member of a component is missing or empty"};
inline constexpr Code component_member_unclosed{"TSG280", Severity::Error,
                                                "a member of a component is never closed"};
inline constexpr Code component_boolean_odd{"TSG281", Severity::Error,
                                            "`additionalInputsReq` is not `true` or `false`"};
inline constexpr Code component_number_odd{"TSG282", Severity::Error, "`maxInsightCount` is no number"};
inline constexpr Code insight_count_out_of_range{"TSG283", Severity::Error,
                                                 "`maxInsightCount` is not 1 to 5"};
inline constexpr Code component_address_odd{"TSG284", Severity::Warning,
                                            "the address of a component is not https"};
inline constexpr Code blade_parts_odd{"TSG285", Severity::Error, "a parameter of a blade has no value"};
inline constexpr Code blade_part_empty{"TSG286", Severity::Error, "a part of a blade's target is empty"};
inline constexpr Code blade_value_unknown{"TSG287", Severity::Error,
                                          "a blade's parameter takes a value that portals do not know"};
inline constexpr Code button_unknown{"TSG288", Severity::Error, "a button of an unknown kind"};
inline constexpr Code blade_uri_odd{"TSG289", Severity::Warning,
                                    "the address behind a blade's target cannot be filled in"};

}  // namespace tsg::codes
