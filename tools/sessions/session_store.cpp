// SPDX-License-Identifier: MIT
#include "tools/sessions/session_store.h"

#include <fmt/format.h>

#include "engine/text/rfc3339.h"
#include "tools/sessions/group_commit.h"
#include "tools/sessions/reader_pool.h"
#include "tools/sessions/report_fold.h"
#include "tools/sessions/session_id.h"
#include "tools/sessions/session_limits.h"
#include "tools/sessions/session_rows.h"
#include "tools/sessions/session_selection.h"
#include "tools/sessions/store_fault.h"
#include "tools/sessions/store_file.h"
#include "tools/sessions/store_schema.h"

namespace tsg {

namespace {

constexpr std::int64_t removed_at_once = 100;  // sessions of one transaction, so that others get their turn

// `work()`, with what it throws as an error.
template <typename Work>
auto told(const Work& work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const StoreFault& fault) {
    return fault.error();
  }
}

HostError refusal(const std::string& problem) {
  return {fmt::format("the session cannot be stored: {}", problem), ""};
}

std::optional<std::string> problem_of_all(const NewSession& session, const std::vector<SessionEvent>& first,
                                          const SessionSummary& summary) {
  if (first.size() > session_events) return fmt::format("it has more than {} events", session_events);
  if (auto problem = problem_of(session)) return problem;
  if (auto problem = problem_of(summary)) return problem;
  for (const SessionEvent& event : first)
    if (auto problem = problem_of(event)) return problem;
  return std::nullopt;
}

AppendOutcome append_in(Connection& connection, std::string_view id, std::uint64_t expected,
                        const SessionEvent& event, const SessionSummary& summary) {
  std::optional<SessionPlace> place = find_session(connection, id);
  if (!place) return {Appended::Gone, 0, {}};
  if (place->events != expected) return {Appended::Conflict, place->events, {}};
  if (place->events >= session_events)
    return {Appended::Refused, place->events, fmt::format("a session has at most {} events", session_events)};
  insert_event(connection, *place, event);
  ++place->events;
  update_head(connection, *place, event.at, summary);
  return {Appended::Done, place->events, {}};
}

std::vector<SessionHead> read_heads(Connection& connection, const SessionFilter& filter) {
  std::vector<SessionHead> heads;
  const std::string_view behind = filter.after ? " AND (changed_us, id) < (?, ?)" : "";
  Statement rows = connection.statement(
      fmt::format("SELECT {} FROM session WHERE {}{} ORDER BY changed_us DESC, id DESC LIMIT ?", head_columns,
                  condition_of(filter), behind));
  bind_condition(rows, filter);
  if (filter.after) rows.with(microseconds_of(filter.after->changed_at)).with(filter.after->id);
  rows.with(std::uint64_t{filter.limit});
  while (rows.next()) heads.push_back(head_of_row(connection, rows));
  return heads;
}

// What was removed still lies in the write-ahead log until that is emptied. Readers of other processes may
// keep it from being emptied now; then the next one to come does it.
void empty_log(Connection& connection) {
  constexpr std::chrono::milliseconds patience{1000};
  connection.set_patience(patience);
  try {
    connection.answer("PRAGMA wal_checkpoint(TRUNCATE)");
  } catch (const StoreFault&) {
    // The sessions are removed; their bytes go with a later checkpoint.
  }
}

// The session of the lowest row above `row` that the filter means, and its row.
struct NextSession {
  std::int64_t row = 0;
  std::string line = {};
};

std::optional<NextSession> read_next(Connection& connection, const SessionFilter& filter, std::int64_t row,
                                     ExportedFacts facts) {
  NextSession next;
  std::string id;
  {
    Statement found = connection.statement(
        fmt::format("SELECT number, id FROM session WHERE {} AND number > ? ORDER BY number LIMIT 1",
                    condition_of(filter)));
    bind_condition(found, filter);
    if (!found.with(row).next()) return std::nullopt;
    next.row = found.integer(0);
    id = found.text(1);
  }
  std::optional<StoredSession> session = read_session(connection, id);
  if (!session) throw_damaged(connection, id);
  for (SessionEvent& event : session->events)
    if (event.kind == SessionEventKind::FactsGiven && event.facts.empty())
      event.facts = read_facts(connection, next.row, event.number);
  std::optional<std::string> line = line_of(*session, facts);
  if (!line) throw_damaged(connection, id);
  next.line = std::move(*line);
  return next;
}

SessionReport read_report(Connection& connection, const SessionFilter& filter) {
  ReportFold fold;
  Statement sessions = connection.statement(
      fmt::format("SELECT {}, number FROM session WHERE {}", head_columns, condition_of(filter)));
  bind_condition(sessions, filter);
  while (sessions.next()) {
    fold.begin(head_of_row(connection, sessions));
    Statement events = connection.statement(
        "SELECT kind, step, option, reason FROM event WHERE session = ? ORDER BY number");
    events.with(sessions.integer(12));
    while (events.next()) {
      const auto kind = parse_session_event_kind(events.text(0));
      if (!kind) throw_damaged(connection, sessions.text(0));
      SessionEvent event;
      event.kind = *kind;
      event.step = events.text(1);
      event.option = events.text(2);
      event.reason = events.text(3);
      fold.add(event);
    }
  }
  return fold.take();
}

std::vector<std::string> read_problems(Connection& connection) {
  std::vector<std::string> problems;
  for (const std::string_view check : {"PRAGMA integrity_check", "PRAGMA foreign_key_check"}) {
    Statement found = connection.statement(check);
    while (found.next())
      if (found.text(0) != "ok") problems.push_back(found.text(0));
  }
  Statement gaps = connection.statement(
      "SELECT id FROM session AS s WHERE events IS NOT (SELECT count(*) FROM event WHERE session = s.number) "
      "OR "
      "events IS NOT (SELECT coalesce(max(number), 0) FROM event WHERE session = s.number)");
  while (gaps.next()) problems.push_back(fmt::format("the journal of `{}` has a gap", gaps.text(0)));
  return problems;
}

}  // namespace

class SessionStore::Files {
 public:
  Files(const std::string& path, const SessionStoreOptions& options)
      : options_(options),
        writer_(path, Access::Write, options.patience),
        commits_(writer_),
        readers_(path, options.patience) {
    open_schema(writer_, options.patience);
    if (options.most_pages > 0) writer_.answer(fmt::format("PRAGMA max_page_count={}", options.most_pages));
  }

  template <typename Read>
  auto read(const Read& read) {
    return told([&] { return readers_.run(read); });
  }
  // Removes until `sql`, which removes some and has `parameter`, removes none.
  Result<std::uint64_t> remove(const std::string& sql, const std::function<void(Statement&)>& bind);
  std::optional<HostError> write(const GroupCommit::Work& work) { return commits_.run(work); }
  Written compact();

 private:
  SessionStoreOptions options_;
  Connection writer_;
  GroupCommit commits_;
  ReaderPool readers_;
};

Result<std::uint64_t> SessionStore::Files::remove(const std::string& sql,
                                                  const std::function<void(Statement&)>& bind) {
  std::uint64_t removed = 0;
  std::uint64_t last = 0;
  do {
    const auto failure = write([&](Connection& connection) {
      Statement statement = connection.statement(sql);
      bind(statement);
      statement.run();
      last = connection.changes();
    });
    if (failure) return *failure;
    removed += last;
  } while (last > 0);
  if (removed == 0) return removed;
  commits_.run_alone([this](Connection& connection) {
    empty_log(connection);
    connection.set_patience(options_.patience);
  });
  return removed;
}

Written SessionStore::Files::compact() {
  commits_.run_alone([this](Connection& connection) {
    connection.execute("PRAGMA temp_store=FILE; VACUUM; PRAGMA temp_store=MEMORY");
    empty_log(connection);
    connection.set_patience(options_.patience);
  });
  return {};
}

SessionStore::SessionStore(std::unique_ptr<Files> files) : files_(std::move(files)) {}
SessionStore::SessionStore(SessionStore&&) noexcept = default;
SessionStore& SessionStore::operator=(SessionStore&&) noexcept = default;
SessionStore::~SessionStore() = default;

Result<SessionStore> SessionStore::open(const std::string& path, SessionStoreOptions options) {
  const Result<Written> prepared = prepare_store_file(path);
  if (!prepared) return prepared.error();
  auto files = told([&] { return std::make_unique<Files>(path, options); });
  if (!files) return files.error();
  const Result<Written> kept = keep_store_private(path);
  if (!kept) return kept.error();
  return SessionStore(std::move(files).value());
}

Result<SessionHead> SessionStore::create(const NewSession& session, const std::vector<SessionEvent>& first,
                                         const SessionSummary& summary) {
  if (const auto problem = problem_of_all(session, first, summary)) return refusal(*problem);
  const Result<std::string> id = make_session_id();
  if (!id) return id.error();
  const SessionHead head = {.id = id.value(),
                            .guide = session.guide,
                            .guide_version = session.guide_version,
                            .digest = session.digest,
                            .label = session.label,
                            .now = session.now,
                            .opened_at = session.at,
                            .changed_at = first.empty() ? session.at : first.back().at,
                            .events = first.size(),
                            .summary = summary};
  const auto failure = files_->write([&](Connection& connection) {
    SessionPlace place = {insert_session(connection, head), 0};
    for (; place.events < first.size(); ++place.events) insert_event(connection, place, first[place.events]);
    update_head(connection, place, head.changed_at, summary);
  });
  if (failure) return *failure;
  return head;
}

Result<AppendOutcome> SessionStore::append(std::string_view id, std::uint64_t expected,
                                           const SessionEvent& event, const SessionSummary& summary) {
  auto problem = problem_of(event);
  if (!problem) problem = problem_of(summary);
  if (problem) return AppendOutcome{Appended::Refused, expected, *problem};
  AppendOutcome outcome;
  const auto failure = files_->write(
      [&](Connection& connection) { outcome = append_in(connection, id, expected, event, summary); });
  if (failure) return *failure;
  return outcome;
}

Result<std::optional<SessionHead>> SessionStore::head(std::string_view id) {
  return files_->read([&](Connection& connection) -> std::optional<SessionHead> {
    Statement row = connection.statement(fmt::format("SELECT {} FROM session WHERE id = ?", head_columns));
    if (!row.with(id).next()) return std::nullopt;
    return head_of_row(connection, row);
  });
}

Result<std::optional<StoredSession>> SessionStore::load(std::string_view id) {
  return files_->read([&](Connection& connection) { return read_session(connection, id); });
}

Result<std::vector<FactsDocument>> SessionStore::facts_given(std::string_view id, std::uint64_t event) {
  return files_->read([&](Connection& connection) {
    const std::optional<SessionPlace> place = find_session(connection, id);
    return place ? read_facts(connection, place->row, event) : std::vector<FactsDocument>();
  });
}

Result<std::vector<SessionHead>> SessionStore::heads(const SessionFilter& filter) {
  if (const auto problem = problem_of(filter)) return HostError{*problem, ""};
  return files_->read([&](Connection& connection) { return read_heads(connection, filter); });
}

Result<std::uint64_t> SessionStore::remove(std::string_view id) {
  return files_->remove("DELETE FROM session WHERE id = ?",
                        [id](Statement& statement) { statement.with(id); });
}

Result<std::uint64_t> SessionStore::remove_older_than(std::string_view time) {
  if (!parse_rfc3339(time)) return HostError{fmt::format("`{}` is no RFC 3339 time", time), ""};
  return files_->remove(
      "DELETE FROM session WHERE number IN (SELECT number FROM session WHERE changed_us < ? ORDER BY "
      "changed_us "
      "LIMIT ?)",
      [time](Statement& statement) { statement.with(microseconds_of(time)).with(removed_at_once); });
}

Result<Written> SessionStore::compact() {
  return told([this] { return files_->compact(); });
}

Result<std::uint64_t> SessionStore::export_lines(const SessionFilter& filter, ExportedFacts facts,
                                                 const LineSink& sink) {
  if (const auto problem = problem_of(filter)) return HostError{*problem, ""};
  std::uint64_t exported = 0;
  for (std::int64_t row = 0;; ++exported) {
    const auto next =
        files_->read([&](Connection& connection) { return read_next(connection, filter, row, facts); });
    if (!next) return next.error();
    if (!next.value()) return exported;
    const Result<Written> written = sink(next.value()->line);
    if (!written) return written.error();
    row = next.value()->row;
  }
}

Result<SessionReport> SessionStore::report(const SessionFilter& filter) {
  if (const auto problem = problem_of(filter)) return HostError{*problem, ""};
  return files_->read([&](Connection& connection) { return read_report(connection, filter); });
}

Result<std::vector<std::string>> SessionStore::problems() {
  return files_->read([](Connection& connection) { return read_problems(connection); });
}

}  // namespace tsg
