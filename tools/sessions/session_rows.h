// SPDX-License-Identifier: MIT
// Sessions as rows: what SessionStore does within one transaction. Everything here throws StoreFault.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/sessions/connection.h"
#include "tools/sessions/session_head.h"

namespace tsg {

// Where a session lies: its row, and how many events it has.
struct SessionPlace {
  std::int64_t row = 0;
  std::uint64_t events = 0;
};

std::optional<SessionPlace> find_session(Connection& connection, std::string_view id);

// REQUIRES: head.id is new
std::int64_t insert_session(Connection& connection, const SessionHead& head);
// Adds `event` as the next one and makes the head say so.
// REQUIRES: problem_of(event) and problem_of(summary) are nothing
void insert_event(Connection& connection, const SessionPlace& place, const SessionEvent& event);
void update_head(Connection& connection, const SessionPlace& place, std::string_view changed_at,
                 const SessionSummary& summary);

std::optional<StoredSession> read_session(Connection& connection, std::string_view id);
std::vector<FactsDocument> read_facts(Connection& connection, std::int64_t row, std::uint64_t event);

// The columns of a head, for a statement that selects them from `session`, and the head of its current row.
inline constexpr std::string_view head_columns =
    "id, guide, guide_version, digest, label, now, opened_at, changed_at, events, state, outcomes, "
    "open_steps";
SessionHead head_of_row(const Connection& connection, const Statement& row);

// Microseconds since 1970: the order of heads. REQUIRES: `time` is RFC 3339
std::int64_t microseconds_of(std::string_view time);

// Throws the fault of a row that tsg never wrote.
[[noreturn]] void throw_damaged(const Connection& connection, std::string_view id);

}  // namespace tsg
