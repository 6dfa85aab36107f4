// SPDX-License-Identifier: MIT
// A filter as the condition of a statement.
#pragma once

#include <string>

#include "tools/sessions/connection.h"
#include "tools/sessions/session_filter.h"

namespace tsg {

// What follows WHERE in a statement on `session`; its parameters are bound by bind_condition, in the same
// order. `limit` and `after` are not part of it. The text holds nothing of the filter's own words.
std::string condition_of(const SessionFilter& filter);
// REQUIRES: the filter stays until the statement goes
void bind_condition(Statement& statement, const SessionFilter& filter);

// What is wrong with the filter's times, lower case; nothing when it can be used.
std::optional<std::string> problem_of(const SessionFilter& filter);

}  // namespace tsg
