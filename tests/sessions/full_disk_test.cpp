// SPDX-License-Identifier: MIT
// A disk that is full: told, nothing lost, and the store goes on when there is room.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <thread>

#include "tests/sessions/child.h"
#include "tests/sessions/store_folder.h"

using namespace tsg;

namespace {

SessionEvent note_of(std::size_t bytes) {
  return {.at = "2026-11-20T12:01:00Z", .kind = SessionEventKind::Noted, .text = std::string(bytes, 'n')};
}

// Appends until it fails; how many events were acknowledged, and why it ended.
struct Filling {
  std::uint64_t events = 0;
  HostError error = {};
};

Filling fill(SessionStore& store, const std::string& id, std::uint64_t events) {
  constexpr std::uint64_t too_many = 9000;
  for (; events < too_many; ++events) {
    const auto outcome = store.append(id, events, note_of(20'000), {});
    if (!outcome) return {events, outcome.error()};
  }
  return {events, {}};
}

void limit_files(rlim_t bytes) {
  const rlimit limit = {bytes, RLIM_INFINITY};
  ::setrlimit(RLIMIT_FSIZE, &limit);
}

// The exit code is the number of the first thing that is wrong.
int fill_below_a_limit(const std::string& path) {
  ::signal(SIGXFSZ, SIG_IGN);
  SessionStore store = opened(path);
  const std::string id = taken(store.create(session_of("g"), {facts_of("[]")}, {})).id;
  limit_files(600'000);
  const Filling filled = fill(store, id, 1);
  if (filled.events < 5 || filled.events > 40) return 1;
  if (filled.error.message.find("File too large") == std::string::npos) return 2;
  if (taken(store.load(id))->events.size() != filled.events) return 3;
  if (store.append(id, filled.events, note_of(20'000), {}).ok()) return 4;
  limit_files(RLIM_INFINITY);
  if (taken(store.append(id, filled.events, note_of(20'000), {})).events != filled.events + 1) return 5;
  if (!taken(store.problems()).empty()) return 6;
  if (taken(opened(path).load(id))->events.size() != filled.events + 1) return 7;
  return 0;
}

}  // namespace

TEST_CASE("a store that may not grow says so, keeps what it has, and goes on after a removal") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store(), {.most_pages = 200});
  const std::string old = taken(store.create(session_of("g"), {note_of(60'000), note_of(60'000)}, {})).id;
  const std::string id = taken(store.create(session_of("g"), {}, {})).id;
  const Filling filled = fill(store, id, 0);
  CHECK(filled.events > 10);
  CHECK_THAT(filled.error.message, Catch::Contains("there is no room for more"));
  CHECK_THAT(filled.error.help, Catch::Contains("tsg sessions prune"));
  CHECK(taken(store.load(id))->events.size() == filled.events);
  CHECK(taken(store.problems()).empty());
  CHECK(taken(store.remove(old)) == 1);
  CHECK(taken(store.append(id, filled.events, note_of(20'000), {})).what == Appended::Done);
  CHECK(taken(opened(folder.store()).load(id))->events.size() == filled.events + 1);
}

TEST_CASE("what does not fit fails alone: the small events of others go in") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store(), {.most_pages = 120});
  std::vector<std::string> ids;
  for (int i = 0; i < 8; ++i) ids.push_back(taken(store.create(session_of("g"), {}, {})).id);
  std::vector<std::thread> threads;
  std::vector<int> failed(8, 0);
  for (std::size_t i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      const SessionEvent large = facts_of('"' + std::string(1'000'000, 'x') + '"');
      for (std::uint64_t n = 0; n < 6; ++n)
        if (!store.append(ids[i], i % 2 == 0 ? 0 : n, i % 2 == 0 ? large : answer_of("a", "yes"), {}).ok())
          ++failed[i];
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(failed[i] == (i % 2 == 0 ? 6 : 0));
    CHECK(taken(store.load(ids[i]))->events.size() == (i % 2 == 0 ? 0 : 6));
  }
}

TEST_CASE("writes that the system refuses are told, nothing is lost, and the store goes on") {
  const StoreFolder folder;
  CHECK(end_of(in_child([&] { return fill_below_a_limit(folder.store()); })) == 0);
  CHECK(taken(opened(folder.store()).problems()).empty());
}
