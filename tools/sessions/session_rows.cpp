// SPDX-License-Identifier: MIT
#include "tools/sessions/session_rows.h"

#include <fmt/format.h>

#include <cmath>

#include "engine/text/rfc3339.h"
#include "tools/sessions/json_text.h"
#include "tools/sessions/store_fault.h"

namespace tsg {

namespace {

std::vector<std::string> strings_of_row(const Connection& connection, const Statement& row, int column) {
  auto strings = strings_of_json(row.text(column));
  if (!strings) throw_damaged(connection, row.text(0));
  return std::move(*strings);
}

SessionEvent event_of_row(const Connection& connection, std::string_view id, const Statement& row) {
  const auto kind = parse_session_event_kind(row.text(2));
  if (!kind) throw_damaged(connection, id);
  return {.number = static_cast<std::uint64_t>(row.integer(0)),
          .at = row.text(1),
          .kind = *kind,
          .step = row.text(3),
          .subject = row.text(4),
          .option = row.text(5),
          .reason = row.text(6),
          .name = row.text(7),
          .value = row.text(8),
          .text = row.text(9),
          .facts = {}};
}

std::vector<SessionEvent> read_events(Connection& connection, std::string_view id, std::int64_t row) {
  std::vector<SessionEvent> events;
  Statement rows = connection.statement(
      "SELECT number, at, kind, step, subject, option, reason, name, value, text FROM event WHERE session = "
      "? "
      "ORDER BY number");
  rows.with(row);
  while (rows.next()) {
    events.push_back(event_of_row(connection, id, rows));
    if (events.back().number != events.size()) throw_damaged(connection, id);
  }
  return events;
}

// The facts that hold, and those before, so that a reader can say what changed.
void read_last_facts(Connection& connection, std::int64_t row, std::vector<SessionEvent>& events) {
  constexpr int wanted = 2;
  int found = 0;
  for (auto event = events.rbegin(); event != events.rend() && found < wanted; ++event) {
    if (event->kind != SessionEventKind::FactsGiven) continue;
    event->facts = read_facts(connection, row, event->number);
    ++found;
  }
}

}  // namespace

std::int64_t microseconds_of(std::string_view time) {
  constexpr double microseconds = 1e6;
  return static_cast<std::int64_t>(std::llround(parse_rfc3339(time).value_or(0) * microseconds));
}

void throw_damaged(const Connection& connection, std::string_view id) {
  throw StoreFault(StoreFaultKind::Other,
                   {fmt::format("the session `{}` in `{}` is damaged", id, connection.path()),
                    "restore the store from a backup, or delete the session"});
}

std::optional<SessionPlace> find_session(Connection& connection, std::string_view id) {
  Statement found = connection.statement("SELECT number, events FROM session WHERE id = ?");
  found.with(id);
  if (!found.next()) return std::nullopt;
  return SessionPlace{found.integer(0), static_cast<std::uint64_t>(found.integer(1))};
}

std::int64_t insert_session(Connection& connection, const SessionHead& head) {
  const std::string outcomes = json_of_strings(head.summary.outcomes);
  const std::string open_steps = json_of_strings(head.summary.open_steps);
  Statement insert = connection.statement(
      "INSERT INTO session(id, guide, guide_version, digest, label, now, opened_at, changed_at, changed_us, "
      "events, state, outcomes, open_steps) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?) RETURNING number");
  insert.with(head.id).with(head.guide).with(head.guide_version).with(head.digest).with(head.label);
  insert.with(head.now).with(head.opened_at).with(head.changed_at).with(microseconds_of(head.changed_at));
  insert.with(name_of(head.summary.state)).with(outcomes).with(open_steps).next();
  const std::int64_t row = insert.integer(0);
  insert.run();
  return row;
}

void insert_event(Connection& connection, const SessionPlace& place, const SessionEvent& event) {
  const std::uint64_t number = place.events + 1;
  connection
      .statement(
          "INSERT INTO event(session, number, at, kind, step, subject, option, reason, name, value, text) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(place.row)
      .with(number)
      .with(event.at)
      .with(name_of(event.kind))
      .with(event.step)
      .with(event.subject)
      .with(event.option)
      .with(event.reason)
      .with(event.name)
      .with(event.value)
      .with(event.text)
      .run();
  for (const FactsDocument& document : event.facts) {
    connection.statement("INSERT INTO facts(session, event, key, json) VALUES (?, ?, ?, ?)")
        .with(place.row)
        .with(number)
        .with(document.key)
        .with(document.json)
        .run();
  }
}

void update_head(Connection& connection, const SessionPlace& place, std::string_view changed_at,
                 const SessionSummary& summary) {
  const std::string outcomes = json_of_strings(summary.outcomes);
  const std::string open_steps = json_of_strings(summary.open_steps);
  connection
      .statement(
          "UPDATE session SET changed_at = ?, changed_us = ?, events = ?, state = ?, outcomes = ?, "
          "open_steps = ? "
          "WHERE number = ?")
      .with(changed_at)
      .with(microseconds_of(changed_at))
      .with(place.events)
      .with(name_of(summary.state))
      .with(outcomes)
      .with(open_steps)
      .with(place.row)
      .run();
}

SessionHead head_of_row(const Connection& connection, const Statement& row) {
  SessionHead head;
  head.id = row.text(0);
  head.guide = row.text(1);
  head.guide_version = row.text(2);
  head.digest = row.text(3);
  head.label = row.text(4);
  head.now = row.text(5);
  head.opened_at = row.text(6);
  head.changed_at = row.text(7);
  head.events = static_cast<std::uint64_t>(row.integer(8));
  head.summary.state = row.text(9) == "open" ? SessionState::Open : SessionState::Ended;
  head.summary.outcomes = strings_of_row(connection, row, 10);
  head.summary.open_steps = strings_of_row(connection, row, 11);
  return head;
}

std::optional<StoredSession> read_session(Connection& connection, std::string_view id) {
  StoredSession session;
  const std::optional<SessionPlace> place = find_session(connection, id);
  if (!place) return std::nullopt;
  {
    Statement found =
        connection.statement(fmt::format("SELECT {} FROM session WHERE number = ?", head_columns));
    found.with(place->row).next();
    session.head = head_of_row(connection, found);
  }
  session.events = read_events(connection, id, place->row);
  if (session.events.size() != session.head.events) throw_damaged(connection, id);
  read_last_facts(connection, place->row, session.events);
  return session;
}

std::vector<FactsDocument> read_facts(Connection& connection, std::int64_t row, std::uint64_t event) {
  std::vector<FactsDocument> facts;
  Statement rows =
      connection.statement("SELECT key, json FROM facts WHERE session = ? AND event = ? ORDER BY number");
  rows.with(row).with(event);
  while (rows.next()) facts.push_back({rows.text(0), rows.text(1)});
  return facts;
}

}  // namespace tsg
