// SPDX-License-Identifier: MIT
#include "tools/sessions/store_schema.h"

#include <fmt/format.h>

#include <array>
#include <thread>

#include "tools/sessions/store_fault.h"

namespace tsg {

namespace {

constexpr int application = 0x54534753;  // "TSGS", as `file` shows it

struct Piece {
  std::string_view name;
  std::string_view sql;
};

// By name. What is indented here is part of the format: a store holds these very texts.
constexpr std::array<Piece, 5> pieces = {{
    {"event",
     "CREATE TABLE event(session INTEGER NOT NULL REFERENCES session(number) ON DELETE CASCADE, number "
     "INTEGER "
     "NOT NULL, at TEXT NOT NULL, kind TEXT NOT NULL, step TEXT NOT NULL, subject TEXT NOT NULL, option TEXT "
     "NOT "
     "NULL, reason TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, text TEXT NOT NULL, PRIMARY "
     "KEY(session, number)) STRICT, WITHOUT ROWID"},
    {"facts",
     "CREATE TABLE facts(number INTEGER PRIMARY KEY, session INTEGER NOT NULL, event INTEGER NOT NULL, key "
     "TEXT "
     "NOT NULL, json TEXT NOT NULL, FOREIGN KEY(session, event) REFERENCES event(session, number) ON DELETE "
     "CASCADE) STRICT"},
    {"facts_of_event", "CREATE INDEX facts_of_event ON facts(session, event)"},
    {"session",
     "CREATE TABLE session(number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, guide TEXT NOT NULL, "
     "guide_version TEXT NOT NULL, digest TEXT NOT NULL, label TEXT NOT NULL, now TEXT NOT NULL, opened_at "
     "TEXT "
     "NOT NULL, changed_at TEXT NOT NULL, changed_us INTEGER NOT NULL, events INTEGER NOT NULL, state TEXT "
     "NOT "
     "NULL, outcomes TEXT NOT NULL, open_steps TEXT NOT NULL) STRICT"},
    {"session_by_change", "CREATE INDEX session_by_change ON session(changed_us, id)"},
}};

[[noreturn]] void refuse(const Connection& connection, std::string_view what, std::string_view help) {
  throw StoreFault(StoreFaultKind::Other,
                   {fmt::format("`{}` {}", connection.path(), what), std::string(help)});
}

bool is_empty(Connection& connection) {
  return connection.answer("PRAGMA application_id") == "0" &&
         connection.answer("PRAGMA user_version") == "0" &&
         connection.answer("SELECT count(*) FROM sqlite_schema") == "0";
}

void make_tables(Connection& connection) {
  Transaction transaction(connection, Access::Write);
  if (!is_empty(connection)) return;  // another process was first
  // A referenced table is made before the one that refers to it.
  for (const std::size_t which : {3U, 0U, 1U, 2U, 4U}) connection.execute(std::string(pieces[which].sql));
  connection.execute(
      fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", application, session_store_format));
  transaction.commit();
}

void hold_to_format(Connection& connection) {
  if (connection.answer("PRAGMA application_id") != std::to_string(application))
    refuse(connection, "is no session store", "it is left as it is; name another file");
  const std::string format = connection.answer("PRAGMA user_version");
  if (format != std::to_string(session_store_format)) {
    refuse(connection,
           fmt::format("is a session store of format {}; this tsg reads format {}", format,
                       session_store_format),
           "install the newest tsg; the file is left as it is");
  }
}

void hold_to_tables(Connection& connection) {
  Statement found =
      connection.statement("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name");
  std::size_t equal = 0;
  std::size_t count = 0;
  for (; found.next(); ++count)
    if (count < pieces.size() && found.text(0) == pieces[count].name && found.text(1) == pieces[count].sql)
      ++equal;
  if (count == pieces.size() && equal == count) return;
  refuse(connection, "has other tables than a session store",
         "it is left as it is; restore it from a backup, or name another file");
}

// SQLite does not wait by itself here.
void use_write_ahead_log(Connection& connection, std::chrono::milliseconds patience) {
  constexpr std::chrono::milliseconds pause{5};
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (true) {
    try {
      if (connection.answer("PRAGMA journal_mode=WAL") == "wal") return;
      refuse(connection, "is on a file system that cannot hold a session store", "use a local disk");
    } catch (const StoreFault& fault) {
      if (fault.kind() != StoreFaultKind::Busy || std::chrono::steady_clock::now() >= deadline) throw;
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

void open_schema(Connection& connection, std::chrono::milliseconds patience) {
  if (is_empty(connection)) make_tables(connection);
  hold_to_format(connection);
  hold_to_tables(connection);
  use_write_ahead_log(connection, patience);
  connection.take_care_of_file();
}

}  // namespace tsg
