// SPDX-License-Identifier: MIT
// Messages about what a guide's tree proves to be (54x), about values its articles lack (55x), and about what
// rules were seen to do (56x). docs/guide-checks.md says what is proved and what is only seen.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code step_unreachable{"TSG540", Severity::Error, "no way leads to a step"};
inline constexpr Code step_circle{"TSG541", Severity::Error, "steps lead in a circle that no answer leaves"};
inline constexpr Code jump_to_no_steps{"TSG542", Severity::Error,
                                       "an edge leads to a guide that has no steps"};
inline constexpr Code outcome_unused{"TSG543", Severity::Warning, "no guide leads to an outcome"};
inline constexpr Code step_article_unused{"TSG544", Severity::Warning,
                                          "an article below steps/ belongs to no step"};

inline constexpr Code placeholder_without_source{"TSG550", Severity::Error,
                                                 "nothing gives a placeholder its value"};
inline constexpr Code placeholder_may_lack{
    "TSG551", Severity::Error, "a placeholder that customers read has no value on some way to its article"};
inline constexpr Code agent_placeholder_may_lack{
    "TSG552", Severity::Warning, "a placeholder for agents has no value on some way to its article"};
inline constexpr Code check_lacks_value{"TSG553", Severity::Error,
                                        "a check shows a placeholder whose value its rule does not provide"};
inline constexpr Code alias_without_source{"TSG554", Severity::Warning,
                                           "an alias under [values] names a value that nothing gives"};
inline constexpr Code alias_circle{"TSG555", Severity::Error, "aliases under [values] name one another"};

inline constexpr Code rule_seen_reading_outside{"TSG560", Severity::Error,
                                                "a rule was seen to read what is not under its `reads`"};
inline constexpr Code rule_seen_answering_outside{
    "TSG561", Severity::Error, "a rule was seen to answer what is not among its `answers`"};
inline constexpr Code rule_seen_without_value{"TSG562", Severity::Error,
                                              "a rule was seen to answer without a value that it promises"};
inline constexpr Code rule_seen_breaking{"TSG563", Severity::Error, "a rule was seen to break"};
inline constexpr Code fork_seen_without_values{
    "TSG564", Severity::Error, "a rule was seen to list subjects with an answer that provides nothing"};
inline constexpr Code not_applicable_seen_without_edge{
    "TSG565", Severity::Error, "a rule was seen to say not applicable where no edge takes that"};
inline constexpr Code answer_not_seen{"TSG566", Severity::Warning,
                                      "an answer of a rule was not seen in any scenario"};
inline constexpr Code guide_not_proved{"TSG567", Severity::Warning,
                                       "a guide is not proved while what it stands on has errors"};

}  // namespace tsg::codes
