// SPDX-License-Identifier: MIT
#include "tools/sessions/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <new>

#include "tools/sessions/store_fault.h"

namespace tsg {

namespace {

constexpr int longest_text_bytes = 128
                                   << 20;  // twice the facts of one event, and far below SQLite's own limit

// A name that SQLite takes for a file and nothing else: not for ":memory:", not for a URI.
std::string file_name_of(const std::string& path) {
  return path.starts_with('/') ? path : "./" + path;
}

std::string reason_of(int code, sqlite3* database) {
  // SQLite keeps the system's reason for opening files alone; for the rest it is what the last call left.
  if ((code & 0xFF) == SQLITE_IOERR && errno != 0) return std::strerror(errno);
  return database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
}

// A full disk is SQLITE_FULL; a quota and a limit of file sizes are failures of a write like any other.
bool lacks_room(int code, int system) {
  const bool write = (code & 0xFF) == SQLITE_IOERR;
  return write && (system == ENOSPC || system == EDQUOT || system == EFBIG);
}

HostError no_room(const std::string& path, const std::string& reason) {
  return {fmt::format("there is no room for more in the session store `{}`{}", path, reason),
          "free some room on the disk or delete sessions (`tsg sessions prune`); what was acknowledged is "
          "kept"};
}

HostError error_of(int code, sqlite3* database, const std::string& path) {
  if (lacks_room(code, errno)) return no_room(path, ": " + reason_of(code, database));
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return no_room(path, "");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {fmt::format("the session store `{}` is held by another process", path),
              "try again, or see which process has the file open"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {fmt::format("`{}` is damaged, or no session store: {}", path, reason_of(code, database)),
              "it is left as it is; restore it from a backup, or name another file"};
    default:
      return {fmt::format("cannot use the session store `{}`: {}", path, reason_of(code, database)), ""};
  }
}

[[noreturn]] void fail_with(int code, sqlite3* database, const std::string& path) {
  if ((code & 0xFF) == SQLITE_NOMEM) throw std::bad_alloc();
  const int kind = code & 0xFF;
  throw StoreFault(
      kind == SQLITE_BUSY || kind == SQLITE_LOCKED ? StoreFaultKind::Busy : StoreFaultKind::Other,
      error_of(code, database, path));
}

// The file may come from a stranger: nothing in it may run, and what is malformed is found when it is read.
void harden(sqlite3* database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, longest_text_bytes);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 1);  // VACUUM takes one
}

}  // namespace

Statement::~Statement() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Statement& Statement::with(std::string_view text) {
  // An empty view may have no address, and that would be NULL.
  const char* data = text.empty() ? "" : text.data();
  const int code = sqlite3_bind_text64(statement_, ++bound_, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) connection_.fail(code);
  return *this;
}

Statement& Statement::with(std::int64_t number) {
  const int code = sqlite3_bind_int64(statement_, ++bound_, number);
  if (code != SQLITE_OK) connection_.fail(code);
  return *this;
}

bool Statement::next() {
  errno = 0;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_.fail(code);
  return false;
}

std::string Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(statement_, column);
  const int bytes = sqlite3_column_bytes(statement_, column);
  if (data == nullptr && sqlite3_column_type(statement_, column) != SQLITE_NULL) throw std::bad_alloc();
  return data == nullptr ? std::string()
                         : std::string(reinterpret_cast<const char*>(data), static_cast<std::size_t>(bytes));
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

void Connection::Close::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

void Connection::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Connection::Connection(std::string path, Access access, std::chrono::milliseconds patience)
    : path_(std::move(path)) {
  sqlite3* opened = nullptr;
  constexpr int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(file_name_of(path_).c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) fail(code);
  harden(opened);
  set_patience(patience);
  execute(
      "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
      "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA "
      "journal_size_limit=16777216");
  // A reader writes nothing, but must be able to write what readers share beside the file.
  if (access == Access::Read) execute("PRAGMA query_only=ON");
}

Connection::~Connection() = default;

Statement Connection::statement(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    std::unique_ptr<sqlite3_stmt, Finalize> owned(made);
    if (code != SQLITE_OK) fail(code);
    found = statements_.emplace(std::string(sql), std::move(owned)).first;
  }
  return {*this, found->second.get()};
}

void Connection::execute(const std::string& sql) {
  errno = 0;
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::string Connection::answer(const std::string& sql) {
  Statement asked = statement(sql);
  std::string first = asked.next() ? asked.text(0) : std::string();
  return first;
}

std::uint64_t Connection::changes() const {
  return static_cast<std::uint64_t>(sqlite3_changes64(database_.get()));
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.get()) == 0;
}

void Connection::take_care_of_file() {
  sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

void Connection::set_patience(std::chrono::milliseconds patience) {
  sqlite3_busy_timeout(database_.get(), static_cast<int>(patience.count()));
}

void Connection::fail(int code) const {
  fail_with(code, database_.get(), path_);
}

Transaction::Transaction(Connection& connection, Access access) : connection_(connection) {
  // A rollback that found no memory is made up for.
  if (connection.in_transaction()) connection.execute("ROLLBACK");
  connection.execute(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!connection_.in_transaction()) return;
  try {
    connection_.execute("ROLLBACK");
  } catch (const std::exception&) {
    // The fault that brought us here is told; the next transaction begins with a rollback.
  }
}

void Transaction::commit() {
  connection_.execute("COMMIT");
}

}  // namespace tsg
