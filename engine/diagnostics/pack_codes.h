// SPDX-License-Identifier: MIT
// Messages about packs and guides.
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code pack_missing{"TSG501", Severity::Error, "no tsg.toml here or above"};
inline constexpr Code guide_unknown{"TSG502", Severity::Error, "the pack has no such guide"};
inline constexpr Code guide_member{
    "TSG503", Severity::Error, "a member of tsg.toml or guide.toml is missing, unknown or of another type"};
inline constexpr Code bad_id{"TSG504", Severity::Error, "an id is not of the form [a-z0-9][a-z0-9-]*"};
inline constexpr Code bad_target{"TSG505", Severity::Error,
                                 "an edge leads to something that cannot be read as a target"};
inline constexpr Code target_missing{"TSG506", Severity::Error,
                                     "an edge names a step, outcome, article or guide that does not exist"};
inline constexpr Code start_missing{"TSG507", Severity::Error, "the guide's start is none of its steps"};
inline constexpr Code step_article_missing{"TSG508", Severity::Error, "a step has no article"};
inline constexpr Code rule_missing{"TSG509", Severity::Error,
                                   "a step or check names a rule that does not exist"};
inline constexpr Code no_subjects_missing{"TSG510", Severity::Error,
                                          "a step with for-each has no on.no-subjects"};
inline constexpr Code step_without_edges{"TSG511", Severity::Error, "a step leads nowhere"};
inline constexpr Code answer_undeclared{"TSG512", Severity::Error,
                                        "an edge takes an answer that its rule never gives"};
inline constexpr Code answer_without_edge{"TSG513", Severity::Error,
                                          "a rule can give an answer that no edge takes"};
inline constexpr Code value_ambiguous{"TSG514", Severity::Error,
                                      "two left sides of [values] are equal but for case"};
inline constexpr Code value_unknown{
    "TSG515", Severity::Error, "the right side of [values] is neither a declared fact nor a placeholder"};
inline constexpr Code rule_of_other_domain{"TSG516", Severity::Error,
                                           "a guide uses a rule of another domain"};
inline constexpr Code guide_cycle{"TSG517", Severity::Error, "guides lead into each other without an end"};
inline constexpr Code duplicate_article{"TSG518", Severity::Warning,
                                        "two articles of the pack have one articleId"};
inline constexpr Code file_unreadable{"TSG519", Severity::Error, "a file of the pack cannot be read"};
inline constexpr Code option_without_wording{
    "TSG520", Severity::Warning, "an `## Answers` list names an option that the step does not have"};
inline constexpr Code catalogue_missing{"TSG521", Severity::Error, "the guide's domain has no facts.toml"};
inline constexpr Code check_without_yes{"TSG522", Severity::Error, "a check's rule never answers `yes`"};
inline constexpr Code unused_option_text{"TSG523", Severity::Warning,
                                         "`legacy` names an option that the step does not have"};

inline constexpr Code form_unreadable{"TSG524", Severity::Error, "the answers of a form cannot be read"};
inline constexpr Code check_level_unknown{"TSG525", Severity::Error,
                                          "`[check]` gives a rule an unknown level"};
inline constexpr Code portal_setting_odd{"TSG526", Severity::Error, "`[portal]` holds what it may not"};

}  // namespace tsg::codes
