// SPDX-License-Identifier: MIT
// What an agent did, as POST /sessions/{session}/events tells it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "tools/api/request_body.h"
#include "tools/desk/case_view.h"
#include "tools/sessions/session_event.h"

namespace tsg {

struct GivenEvent {
  SessionEvent event = {};
  std::optional<std::uint64_t> seen = {};  // `after`: the number of events the agent has seen
  std::vector<std::string> warnings = {};  // about facts
};

// `view` is the case that it happens in; `text` is the body's.
std::variant<GivenEvent, Problem> read_event(RequestBody& body, std::string_view text, const CaseView& view);

}  // namespace tsg
