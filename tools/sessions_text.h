// SPDX-License-Identifier: MIT
// Sessions for a terminal and as JSON. Whatever came from the store is a stranger's text, and is escaped.
#pragma once

#include <string>
#include <vector>

#include "tools/sessions/session_head.h"
#include "tools/sessions/session_report.h"

namespace tsg {

std::string text_of(const std::vector<SessionHead>& heads);
std::string text_of(const StoredSession& session);
std::string text_of(const SessionReport& report);

// An array of heads; an object of guides (docs/sessions.md).
std::string json_of(const std::vector<SessionHead>& heads);
std::string json_of(const SessionReport& report);

}  // namespace tsg
