// SPDX-License-Identifier: MIT
// Messages about rules and shared modules (docs/rule-format.md).
#pragma once

#include "engine/diagnostics/code.h"

namespace tsg::codes {

inline constexpr Code rule_syntax{"TSG401", Severity::Error, "a Lua file does not compile"};
inline constexpr Code rule_breaks{"TSG402", Severity::Error, "a Lua file breaks while it is loaded"};
inline constexpr Code rule_without_decide{"TSG403", Severity::Error, "a rule returns no table with decide"};
inline constexpr Code rule_member{"TSG404", Severity::Error,
                                  "a member of a rule's table is not what it should be"};
inline constexpr Code rule_unknown_member{"TSG405", Severity::Error,
                                          "a rule's table has a member nobody reads"};
inline constexpr Code rule_answer_id{"TSG406", Severity::Error, "an answer is no id"};
inline constexpr Code rule_reads_unknown{"TSG407", Severity::Error,
                                         "a rule reads a path the catalogue does not have"};
inline constexpr Code rule_provides_unknown{"TSG408", Severity::Error,
                                            "a rule provides for an answer it does not give"};
inline constexpr Code module_unknown{"TSG409", Severity::Error, "a required module does not exist"};
inline constexpr Code module_cycle{"TSG410", Severity::Error, "modules require one another in a circle"};
inline constexpr Code rule_too_large{"TSG411", Severity::Error, "a Lua file is too large"};
inline constexpr Code rule_unknown{"TSG412", Severity::Error, "a rule does not exist"};
inline constexpr Code rule_without_catalogue{"TSG413", Severity::Error, "a rule's domain has no catalogue"};
inline constexpr Code rule_miscompiled{"TSG414", Severity::Error,
                                       "a Lua file that this Lua compiles wrongly"};

}  // namespace tsg::codes
