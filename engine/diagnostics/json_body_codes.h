// SPDX-License-Identifier: MIT
// What can be wrong in the JSON body of an article: a form, a menu, topics, metadata.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code json_not_strict{"TSG861", Severity::Error, "a JSON body is not strict JSON", "J01"};
inline constexpr Code json_duplicate_key{"TSG862", Severity::Error, "a key occurs twice in a JSON object",
                                         "J02"};
inline constexpr Code form_key_case{"TSG863", Severity::Error, "a key of a form element is in another case",
                                    "J03"};
inline constexpr Code form_key_unknown{"TSG864", Severity::Warning, "a form has a key that none has", "J04"};
inline constexpr Code control_type_odd{"TSG865", Severity::Warning,
                                       "a `controlType` is in another case or unknown", "J05"};
inline constexpr Code element_id_duplicate{"TSG866", Severity::Error, "two form elements have one id", "J06"};
inline constexpr Code element_order_duplicate{"TSG867", Severity::Warning,
                                              "two form elements have one `order`", "J07"};
inline constexpr Code option_value_duplicate{"TSG868", Severity::Warning,
                                             "two options of a form element have one value", "J08"};
inline constexpr Code option_value_blanks{"TSG869", Severity::Warning,
                                          "an option's value begins or ends with a blank", "J09"};
inline constexpr Code visibility_unknown_element{
    "TSG870", Severity::Error, "a `visibility` refers to an element that the form has not", "J10"};
inline constexpr Code visibility_unknown_option{
    "TSG871", Severity::Error, "a `visibility` compares with an option that the element has not", "J11"};
inline constexpr Code visibility_boolean{"TSG872", Severity::Warning, "a `visibility` is a boolean", "J12"};
inline constexpr Code visibility_null_text{"TSG873", Severity::Info, "a `visibility` is the text `null`",
                                           "J13"};
inline constexpr Code visibility_later_element{
    "TSG874", Severity::Warning, "a `visibility` refers to an element that stands later", "J14"};
inline constexpr Code visibility_unreadable{"TSG875", Severity::Error, "a `visibility` cannot be read",
                                            "J15"};
inline constexpr Code required_text{"TSG876", Severity::Warning, "`required` is a text", "J16"};
inline constexpr Code additional_details_count{
    "TSG877", Severity::Warning, "not exactly one form element takes the additional details", "J17"};
inline constexpr Code start_time_missing{"TSG878", Severity::Info,
                                         "a form does not ask when the problem started", "J18"};
inline constexpr Code choice_without_options{"TSG879", Severity::Error,
                                             "a form element has nothing to choose from", "J19"};
inline constexpr Code schema_missing{"TSG880", Severity::Warning, "a JSON body has no `$schema`", "J20"};
inline constexpr Code diagnose_flag_odd{"TSG881", Severity::Info,
                                        "`useInDiagnoseAndSolve` is not `true` or `false`", "J21"};
inline constexpr Code test_data_left{"TSG882", Severity::Info, "test data stands in advisor metadata", "J23"};
inline constexpr Code json_not_strict_again{"TSG883", Severity::Error,
                                            "a JSON body is not strict JSON in a further place"};
inline constexpr Code visibility_element_case{"TSG884", Severity::Error,
                                              "a `visibility` writes an element's id in another case"};
inline constexpr Code visibility_option_blanks{
    "TSG885", Severity::Error, "a `visibility` compares with an option that differs in outer blanks"};
inline constexpr Code visibility_ring{"TSG886", Severity::Warning,
                                      "elements decide each other's `visibility` in a ring"};
inline constexpr Code visibility_ambiguous{"TSG887", Severity::Warning,
                                           "a `visibility` can be read in two ways"};
inline constexpr Code form_shape{"TSG888", Severity::Error, "a part of a form is missing or of another type"};
inline constexpr Code body_key_odd{"TSG889", Severity::Warning,
                                   "a key of a JSON body is in another case or out of place"};

}  // namespace tsg::codes
