// SPDX-License-Identifier: MIT
// What is known of a session without reading its journal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/sessions/session_event.h"

namespace tsg {

enum class SessionState : std::uint8_t { Open, Ended };  // Ended: the last event left no question

// "open", "ended".
std::string_view name_of(SessionState state);

// What the caller worked out after an event.
struct SessionSummary {
  SessionState state = SessionState::Open;
  std::vector<std::string> outcomes = {};    // targets, as the guide writes them: "outcome:add-servers"
  std::vector<std::string> open_steps = {};  // "step" or "step[subject]"
  bool operator==(const SessionSummary&) const = default;
};

struct NewSession {
  std::string guide = {};
  std::string guide_version = {};
  std::string digest = {};  // of the guide's content
  std::string label = {};   // the agent's words for it, such as the number of a case
  std::string now = {};     // the time as a fact, RFC 3339; may be empty
  std::string at = {};      // RFC 3339, UTC: when it is opened
};

struct SessionHead {
  std::string id = {};  // 26 letters and digits: 128 random bits
  std::string guide = {};
  std::string guide_version = {};
  std::string digest = {};
  std::string label = {};
  std::string now = {};
  std::string opened_at = {};
  std::string changed_at = {};  // the time of the last event
  std::uint64_t events = 0;
  SessionSummary summary = {};
  bool operator==(const SessionHead&) const = default;
};

struct StoredSession {
  SessionHead head = {};
  // In order. Only the last two that gave facts have their documents here (SessionStore::facts_given has
  // all).
  std::vector<SessionEvent> events = {};
  bool operator==(const StoredSession&) const = default;
};

// What keeps these out of a store, lower case; nothing when they may go in.
std::optional<std::string> problem_of(const NewSession& session);
std::optional<std::string> problem_of(const SessionSummary& summary);

}  // namespace tsg
