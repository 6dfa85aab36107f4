// SPDX-License-Identifier: MIT
// A case as the API tells of it: `Session` and `SessionHead` of docs/openapi.json.
#pragma once

#include <string>
#include <vector>

#include "engine/text/json_writer.h"
#include "tools/desk/case_view.h"
#include "tools/sessions/session_filter.h"
#include "tools/sessions/session_head.h"

namespace tsg {

// For agents. `warnings`: about facts that were just given.
std::string session_json(const CaseView& view, const std::vector<std::string>& warnings = {});

// {"sessions": [...], "next": ...}: `next` is the cursor behind the last of them, null when there are no
// more.
std::string session_list_json(const std::vector<SessionHead>& heads, std::size_t limit);

// The cursor of a list, and back; nothing when it is none.
std::string cursor_of(const SessionHead& head);
std::optional<HeadPlace> place_of_cursor(std::string_view cursor);

}  // namespace tsg
