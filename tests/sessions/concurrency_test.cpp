// SPDX-License-Identifier: MIT
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <set>
#include <thread>

#include "tests/sessions/child.h"
#include "tests/sessions/store_folder.h"
#include "tools/sessions/connection.h"

using namespace tsg;

namespace {

// Appends to one session until `wanted` of its own are in, whatever others append; says how many conflicts.
int append_among_others(SessionStore& store, const std::string& id, const std::string& name, int wanted) {
  int conflicts = 0;
  std::uint64_t seen = 0;
  for (int own = 0; own < wanted;) {
    const AppendOutcome outcome = taken(store.append(id, seen, answer_of(name, std::to_string(own)), {}));
    seen = outcome.events;
    if (outcome.what == Appended::Done) ++own;
    if (outcome.what == Appended::Conflict) ++conflicts;
  }
  return conflicts;
}

// Whether every writer's answers stand in the journal in their order, each once.
bool all_in_order(const StoredSession& session, std::size_t writers, int each) {
  std::map<std::string, int> next;
  for (const SessionEvent& event : session.events)
    if (event.option != std::to_string(next[event.step]++)) return false;
  for (const auto& [name, count] : next)
    if (count != each) return false;
  return next.size() == writers;
}

double appends_a_second(SessionStore& store, std::size_t threads, int each) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < threads; ++i) ids.push_back(taken(store.create(session_of("g"), {}, {})).id);
  std::atomic<int> failed = 0;
  const auto start = std::chrono::steady_clock::now();
  std::vector<std::thread> writers;
  for (std::size_t i = 0; i < threads; ++i) {
    writers.emplace_back([&, i] {
      for (int n = 0; n < each; ++n) {
        const auto outcome = store.append(ids[i], static_cast<std::uint64_t>(n), answer_of("step", "yes"),
                                          {SessionState::Open, {}, {"next-step"}});
        if (!outcome || outcome.value().what != Appended::Done) ++failed;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  REQUIRE(failed == 0);
  return static_cast<double>(threads) * each / took.count();
}

}  // namespace

TEST_CASE("sixteen threads append to one session: every conflict is told, nothing is lost or doubled") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const std::string id = taken(store.create(session_of("g"), {}, {})).id;
  constexpr int each = 5;
  std::atomic<int> conflicts = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i)
    threads.emplace_back(
        [&, i] { conflicts += append_among_others(store, id, fmt::format("t{}", i), each); });
  for (std::thread& thread : threads) thread.join();
  CHECK(all_in_order(taken(store.load(id)).value(), 16, each));
  CHECK(conflicts > 0);
  CHECK(taken(store.problems()).empty());
}

TEST_CASE("two processes append to one session, and both see the other's events") {
  const StoreFolder folder;
  std::string id;
  {
    SessionStore store = opened(folder.store());
    id = taken(store.create(session_of("g"), {}, {})).id;
  }
  constexpr int each = 25;
  const auto work = [&](const std::string& name) {
    return in_child([&folder, &id, name] {
      SessionStore store = opened(folder.store());
      append_among_others(store, id, name, each);
      return 0;
    });
  };
  const pid_t first = work("a");
  const pid_t second = work("b");
  CHECK(end_of(first) == 0);
  CHECK(end_of(second) == 0);
  SessionStore store = opened(folder.store());
  CHECK(all_in_order(taken(store.load(id)).value(), 2, each));
}

TEST_CASE("processes that open a store at the same moment make one") {
  for (int round = 0; round < 5; ++round) {
    const StoreFolder folder;
    std::vector<pid_t> children;
    for (int i = 0; i < 4; ++i) {
      children.push_back(in_child([&folder] {
        taken(opened(folder.store()).create(session_of("g"), {}, {}));
        return 0;
      }));
    }
    for (const pid_t child : children) CHECK(end_of(child) == 0);
    CHECK(taken(opened(folder.store()).heads({})).size() == 4);
  }
}

TEST_CASE("readers see whole journals while others write and remove") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const std::string id = taken(store.create(session_of("g"), {}, {})).id;
  std::atomic<bool> done = false;
  std::atomic<int> broken = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        const auto session = store.load(id);
        if (!session || session.value()->events.size() != session.value()->head.events) ++broken;
        if (!store.report({}).ok()) ++broken;
      }
    });
  }
  for (std::uint64_t i = 0; i < 12; ++i) {
    taken(store.append(id, i, answer_of("a", "yes"), {}));
    taken(store.remove(taken(store.create(session_of("other"), {facts_of("[]")}, {})).id));
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  CHECK(broken == 0);
  CHECK(taken(store.heads({})).size() == 1);
}

TEST_CASE("a store that another process holds is told after a while, and serves again") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store(), {.patience = std::chrono::milliseconds(50)});
  const std::string id = taken(store.create(session_of("g"), {}, {})).id;
  int ready[2] = {};
  int leave[2] = {};
  REQUIRE((::pipe(ready) == 0 && ::pipe(leave) == 0));
  const pid_t child = in_child([&] {
    Connection holder(folder.store(), Access::Write, std::chrono::milliseconds(1000));
    Transaction transaction(holder, Access::Write);
    char byte = 'r';
    return ::write(ready[1], &byte, 1) == 1 && ::read(leave[0], &byte, 1) == 1 ? 0 : 1;
  });
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  const auto held = store.append(id, 0, answer_of("a", "yes"), {});
  CHECK_FALSE(held.ok());
  CHECK_THAT(held.error().message, Catch::Contains("is held by another process"));
  CHECK(taken(store.load(id))->events.empty());
  REQUIRE(::write(leave[1], &byte, 1) == 1);
  CHECK(end_of(child) == 0);
  CHECK(taken(store.append(id, 0, answer_of("a", "yes"), {})).what == Appended::Done);
  for (const int end : {ready[0], ready[1], leave[0], leave[1]}) ::close(end);
}

TEST_CASE("how many appends a second one, eight and sixteen threads make", "[.figures]") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  for (const std::size_t threads : {1U, 8U, 16U})
    std::printf("%zu threads: %.0f appends a second\n", threads, appends_a_second(store, threads, 300));
}
