// SPDX-License-Identifier: MIT
// Files that are no store, or no longer one: told, and left as they are.
#include <sqlite3.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/sessions/store_folder.h"
#include "tools/sessions/store_file.h"

using namespace tsg;

namespace {

void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  const int code = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
  sqlite3_close(database);
  REQUIRE(code == SQLITE_OK);
}

std::string fill(const std::string& path) {
  SessionStore store = opened(path);
  std::string id;
  for (int i = 0; i < 40; ++i) {
    const std::string label = fmt::format("case {} {}", i, std::string(200, 'x'));
    id = taken(store.create(session_of("g", label), {facts_of("[1, 2]"), answer_of("a", "yes")}, {})).id;
  }
  return id;
}

void put(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

// Everything a store is read for; the first error.
std::optional<HostError> read_all(const std::string& path) {
  auto store = SessionStore::open(path);
  if (!store) return store.error();
  SessionStore& opened_store = const_cast<SessionStore&>(store.value());
  const auto lines =
      opened_store.export_lines({}, ExportedFacts::Whole, [](std::string_view) { return Written{}; });
  if (!lines) return lines.error();
  const auto problems = opened_store.problems();
  if (!problems) return problems.error();
  if (!problems.value().empty()) return HostError{problems.value().front(), ""};
  return std::nullopt;
}

void is_refused(const std::string& path, const std::string& message) {
  const std::string before = file_bytes(path);
  ::chmod(path.c_str(), 0644);
  const auto store = SessionStore::open(path);
  REQUIRE_FALSE(store.ok());
  CHECK_THAT(store.error().message, Catch::Contains(message));
  CHECK_FALSE(store.error().help.empty());
  CHECK(file_bytes(path) == before);
  struct stat status = {};
  CHECK((::stat(path.c_str(), &status) == 0 && (status.st_mode & 0777U) == 0644));
}

}  // namespace

TEST_CASE("a file of another kind is refused and left as it is") {
  const StoreFolder folder;
  for (const std::string& bytes : {std::string("x"), std::string("hello\n"), std::string(10'000, 'z'),
                                   std::string("SQLite format 3\0", 16), std::string(5000, '\0')}) {
    put(folder.store(), bytes);
    is_refused(folder.store(), folder.store());
  }
}

TEST_CASE("a database of another program is refused and left as it is") {
  const StoreFolder folder;
  run_sql(folder.store(), "CREATE TABLE mail(text); INSERT INTO mail VALUES ('hello')");
  is_refused(folder.store(), "is no session store");
  run_sql(folder.store(), "PRAGMA journal_mode=WAL");
  is_refused(folder.store(), "is no session store");
}

TEST_CASE("a store of a newer format is refused with what to install") {
  const StoreFolder folder;
  fill(folder.store());
  run_sql(folder.store(), "PRAGMA user_version=2");
  is_refused(folder.store(), "is a session store of format 2; this tsg reads format 1");
  CHECK(SessionStore::open(folder.store()).error().help ==
        "install the newest tsg; the file is left as it is");
}

TEST_CASE("a store with something else in it is refused") {
  for (const char* sql : {"CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM session; END",
                          "DROP TABLE facts", "CREATE VIEW v AS SELECT 1", "DROP INDEX session_by_change",
                          "ALTER TABLE event ADD COLUMN more TEXT"}) {
    const StoreFolder folder;
    fill(folder.store());
    run_sql(folder.store(), sql);
    is_refused(folder.store(), "has other tables than a session store");
  }
}

TEST_CASE("a folder, a pipe and a missing folder are refused") {
  const StoreFolder folder;
  CHECK_FALSE(SessionStore::open(folder.path("")).ok());
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  CHECK_FALSE(SessionStore::open(folder.path("pipe")).ok());
  CHECK_THAT(SessionStore::open(folder.path("none/s.db")).error().message, Catch::Contains("No such file"));
}

TEST_CASE("a name that means something else to SQLite is a file") {
  const StoreFolder folder;
  const auto here = std::filesystem::current_path();
  std::filesystem::current_path(folder.path(""));
  for (const std::string name : {":memory:", "file:x?mode=memory"}) {
    taken(opened(name).create(session_of("g"), {}, {}));
    CHECK(taken(opened(name).heads({})).size() == 1);
    CHECK(std::filesystem::exists(folder.path(name)));
  }
  std::filesystem::current_path(here);
}

TEST_CASE("a store that was cut off or overwritten in part never reads as a whole one") {
  const StoreFolder folder;
  fill(folder.store());
  const std::string whole = file_bytes(folder.store());
  REQUIRE(whole.size() > 20'000);
  for (std::size_t size = 4096; size < whole.size(); size += 4096) {
    put(folder.store(), whole.substr(0, size));
    CHECK(read_all(folder.store()).has_value());
  }
  for (std::size_t page = 0; page < whole.size(); page += 4096) {
    std::string damaged = whole;
    for (std::size_t i = 0; i < 600; ++i) damaged[page + i] = static_cast<char>(i * 37 + 11);
    put(folder.store(), damaged);
    CHECK(read_all(folder.store()).has_value());
  }
  put(folder.store(), whole);
  CHECK_FALSE(read_all(folder.store()).has_value());
}

TEST_CASE("single bytes that changed are read or refused, and end no program") {
  const StoreFolder folder;
  fill(folder.store());
  const std::string whole = file_bytes(folder.store());
  for (std::size_t i = 0; i < 150; ++i) {
    std::string damaged = whole;
    const std::size_t at = i < 100 ? i : i * 7919 % whole.size();
    damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ 0xA5U);
    put(folder.store(), damaged);
    std::filesystem::remove(folder.store() + "-wal");
    std::filesystem::remove(folder.store() + "-shm");
    const auto error = read_all(folder.store());
    if (error) CHECK_FALSE(error->message.empty());
  }
}

TEST_CASE("a journal with a gap is told, not shown") {
  const StoreFolder folder;
  const std::string id = fill(folder.store());
  run_sql(folder.store(), "PRAGMA foreign_keys=OFF; DELETE FROM event WHERE number = 1");
  SessionStore store = opened(folder.store());
  CHECK_THAT(store.load(id).error().message, Catch::Contains("is damaged"));
  CHECK(taken(store.problems()).size() > 40);
}

TEST_CASE("the usual place of a store is the state folder of its owner") {
  const StoreFolder folder;
  const std::string state = folder.path("a/b");
  ::setenv("XDG_STATE_HOME", state.c_str(), 1);
  const std::string path = taken(usual_store_path());
  CHECK(path == state + "/tsg/sessions.db");
  CHECK(make_store_folder(path).ok());
  CHECK(make_store_folder(path).ok());
  struct stat status = {};
  for (const char* made : {"a", "a/b", "a/b/tsg"}) {
    REQUIRE(::stat(folder.path(made).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0700);
  }
  CHECK(SessionStore::open(path).ok());
  ::setenv("XDG_STATE_HOME", "relative", 1);
  ::setenv("HOME", "/home/agent", 1);
  CHECK(taken(usual_store_path()) == "/home/agent/.local/state/tsg/sessions.db");
  ::unsetenv("HOME");
  CHECK_FALSE(usual_store_path().ok());
}
