// SPDX-License-Identifier: MIT
// Sessions in one file (docs/sessions.md). Any thread may call any function at any time, and several
// processes may have the file open.
//
//   Result<SessionStore> store = SessionStore::open(path);
//   Result<SessionHead> head = store.value().create(new_session, {facts_given}, summary);
//   store.value().append(head.value().id, head.value().events, answered, summary);
//
// What returned without an error is on the disk: neither kill -9 nor a loss of power takes it away. An error
// means that nothing was written, with one exception: when the disk fails while it confirms, what was not
// acknowledged may turn up after a loss of power. After an error the store goes on working as soon as its
// cause is gone. Damage is found when it is read, and told.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/atomic_file.h"
#include "engine/text/result.h"
#include "tools/sessions/session_filter.h"
#include "tools/sessions/session_head.h"
#include "tools/sessions/session_line.h"
#include "tools/sessions/session_report.h"

namespace tsg {

struct SessionStoreOptions {
  std::chrono::milliseconds patience{10'000};  // how long another process may hold the file
  std::uint32_t most_pages = 0;                // of 4 KiB, that the file may grow to; 0: what the disk holds
};

enum class Appended : std::uint8_t {
  Done,
  Conflict,  // the session has another number of events than the caller has seen
  Gone,      // there is no such session, or no longer
  Refused,   // the event may not go into a journal; `reason` says why
};

struct AppendOutcome {
  Appended what = Appended::Done;
  std::uint64_t events = 0;  // of the session, now; with Done the number of the new event
  std::string reason = {};
  bool operator==(const AppendOutcome&) const = default;
};

class SessionStore {
 public:
  // Opens the file, or makes it with mode 0600 (its folder must be there). A file that is no store, a damaged
  // one, or one of a newer format is an error, and stays as it is.
  static Result<SessionStore> open(const std::string& path, SessionStoreOptions options = {});
  SessionStore(SessionStore&&) noexcept;
  SessionStore& operator=(SessionStore&&) noexcept;
  ~SessionStore();

  // A new session with its first events, which may be none; their numbers are not read.
  Result<SessionHead> create(const NewSession& session, const std::vector<SessionEvent>& first,
                             const SessionSummary& summary);
  // One event more. `expected` is the number of events that the caller has seen. The event's number is not
  // read.
  Result<AppendOutcome> append(std::string_view id, std::uint64_t expected, const SessionEvent& event,
                               const SessionSummary& summary);

  Result<std::optional<SessionHead>> head(std::string_view id);
  Result<std::optional<StoredSession>> load(std::string_view id);
  // The documents of any event that gave facts; none when there is no such event.
  Result<std::vector<FactsDocument>> facts_given(std::string_view id, std::uint64_t event);
  // Changed last first; of those that changed at the same moment, the greater id first.
  Result<std::vector<SessionHead>> heads(const SessionFilter& filter);

  // Both give the number of sessions removed; their bytes are overwritten, in the file and in what lies
  // beside it.
  Result<std::uint64_t> remove(std::string_view id);
  Result<std::uint64_t> remove_older_than(std::string_view time);

  // Writes the file anew, with nothing in it but what is stored. Takes as long as copying it; who appends
  // waits meanwhile, in this process and in others.
  Result<Written> compact();

  // Hands a line for each session to `sink`, opened first first, until it gives an error; gives the number of
  // sessions. A session is exported as it is when its turn comes.
  using LineSink = std::function<Result<Written>(std::string_view)>;
  Result<std::uint64_t> export_lines(const SessionFilter& filter, ExportedFacts facts, const LineSink& sink);
  Result<SessionReport> report(const SessionFilter& filter);

  // Reads the whole file; what is damaged in it, a line each.
  Result<std::vector<std::string>> problems();

 private:
  class Files;
  explicit SessionStore(std::unique_ptr<Files> files);
  std::unique_ptr<Files> files_;
};

}  // namespace tsg
