// SPDX-License-Identifier: MIT
// Codes of what is given to a walk by hand (60x), of forms (61x) of resolutions read back (62x) and
// of walks in a batch (63x).
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code answer_to_unknown_step{"TSG601", Severity::Error,
                                             "an answer names a step the guide has not"};
inline constexpr Code answer_with_unknown_option{"TSG602", Severity::Error,
                                                 "an answer names an option the step has not"};
inline constexpr Code answer_given_twice{"TSG603", Severity::Warning,
                                         "a step is answered twice, differently"};
inline constexpr Code input_of_unknown_step{"TSG604", Severity::Error,
                                            "an input names a step the guide has not"};
inline constexpr Code input_unknown{"TSG605", Severity::Error,
                                    "a value is set that the step does not ask for"};
inline constexpr Code input_of_wrong_type{"TSG606", Severity::Error,
                                          "a value does not fit the type of its input"};

inline constexpr Code form_question_unknown{"TSG611", Severity::Warning,
                                            "a form answers a question the guide has not"};
inline constexpr Code form_option_unknown{"TSG612", Severity::Error,
                                          "a form gives an answer the step has not"};

inline constexpr Code rule_broke{"TSG631", Severity::Error, "a rule broke while a guide was resolved"};
inline constexpr Code resolution_not_json{"TSG621", Severity::Error, "a resolution is not JSON"};
inline constexpr Code resolution_from_future{"TSG622", Severity::Error,
                                             "a resolution is of a format not known here"};
inline constexpr Code resolution_shape{"TSG623", Severity::Error,
                                       "a resolution has not the shape of its format"};
inline constexpr Code resolution_too_large{"TSG624", Severity::Error, "a resolution is too large"};

}  // namespace tsg::codes
