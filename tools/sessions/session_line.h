// SPDX-License-Identifier: MIT
// A session as one line of JSON (docs/sessions.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "tools/sessions/session_head.h"

namespace tsg {

// Named: of facts that were given, only which documents; they are the customer's. Whole: the documents too.
enum class ExportedFacts : std::uint8_t { Named, Whole };

// With its line end. Of an event's facts there is what `session` holds. Nothing when a stored value is no
// JSON.
std::optional<std::string> line_of(const StoredSession& session, ExportedFacts facts);

// The members of a head, as an object without its braces.
std::string members_of(const SessionHead& head);

}  // namespace tsg
