// SPDX-License-Identifier: MIT
// One entry of a session's journal. A session is what its events make of it, in their order; what stands in
// the journal is never changed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

enum class SessionEventKind : std::uint8_t {
  FactsGiven,  // the customer's facts, instead of the former ones
  Answered,
  InputGiven,  // a value that no rule gives
  SetAside,    // "don't know": the question stays open
  Undone,      // takes back the latest answer, input or question set aside that still stands
  Noted,
  Rated,
};

// "facts-given", "answered", "input-given", "set-aside", "undone", "noted", "rated".
std::string_view name_of(SessionEventKind kind);
std::optional<SessionEventKind> parse_session_event_kind(std::string_view name);

struct FactsDocument {
  std::string key = {};   // the catalogue's top-level key
  std::string json = {};  // one JSON value
  bool operator==(const FactsDocument&) const = default;
};

struct SessionEvent {
  std::uint64_t number = 0;  // from 1, without gaps within a session; the store gives it
  std::string at = {};       // RFC 3339, UTC; the caller gives it
  SessionEventKind kind = SessionEventKind::Answered;
  // Answered: all, `reason` where a rule is overridden. SetAside: step and subject. Undone: where known, what
  // was taken back. Rated: `step` is a step or an outcome's target ("outcome:add-servers"), `option` the
  // rating
  // ("helped", "not", or another word).
  std::string step = {};
  std::string subject = {};
  std::string option = {};
  std::string reason = {};
  std::string name = {};                  // InputGiven: the input's name
  std::string value = {};                 // InputGiven: JSON text of the value
  std::string text = {};                  // Noted, Rated: free text
  std::vector<FactsDocument> facts = {};  // FactsGiven: all of them, a key once
  bool operator==(const SessionEvent&) const = default;
};

// What keeps the event out of a journal (see session_limits.h), lower case: a time that is none, text that is
// no UTF-8, a value that is no JSON, too much of something. Nothing when it may go in.
std::optional<std::string> problem_of(const SessionEvent& event);

}  // namespace tsg
