// SPDX-License-Identifier: MIT
// kill -9 under load: what was acknowledged is there, and no journal has a gap.
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

#include "tests/sessions/child.h"
#include "tests/sessions/store_folder.h"

using namespace tsg;

namespace {

constexpr std::size_t sessions = 200;
constexpr std::size_t writers = 8;

// What a writer says when an append returned: session `which` now has `events` events.
struct Acknowledgement {
  std::uint32_t which = 0;
  std::uint32_t events = 0;
};

// The option of an event says its number, so that an event in a wrong place is found.
int write_without_end(const std::string& path, const std::vector<std::string>& ids,
                      std::vector<std::uint64_t> counts, int pipe) {
  SessionStore store = opened(path);
  std::vector<std::thread> threads;
  for (std::size_t writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      for (std::size_t which = writer;; which = which + writers < sessions ? which + writers : writer) {
        const std::uint64_t number = counts[which] + 1;
        SessionEvent event = answer_of("step", std::to_string(number));
        if (number % 7 == 0) event = facts_of(fmt::format("[{}, \"{}\"]", number, std::string(3000, 'f')));
        const auto outcome = store.append(ids[which], counts[which], event, {});
        if (!outcome || outcome.value().what != Appended::Done) ::_exit(1);
        counts[which] = number;
        const Acknowledgement said = {static_cast<std::uint32_t>(which), static_cast<std::uint32_t>(number)};
        if (::write(pipe, &said, sizeof said) != sizeof said) ::_exit(2);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return 3;
}

// Kills the child after `delay`, and gives what was acknowledged until then.
std::vector<std::uint64_t> killed_after(std::chrono::microseconds delay, const std::string& path,
                                        const std::vector<std::string>& ids,
                                        std::vector<std::uint64_t> counts) {
  std::array<int, 2> pipe = {};
  REQUIRE(::pipe(pipe.data()) == 0);
  const pid_t child = in_child([&] { return write_without_end(path, ids, counts, pipe[1]); });
  ::close(pipe[1]);
  std::thread killer([&] {
    std::this_thread::sleep_for(delay);
    ::kill(child, SIGKILL);
  });
  Acknowledgement said;
  while (::read(pipe[0], &said, sizeof said) == sizeof said) counts[said.which] = said.events;
  killer.join();
  ::close(pipe[0]);
  CHECK(end_of(child) == -SIGKILL);
  return counts;
}

bool whole(const StoredSession& session) {
  for (const SessionEvent& event : session.events) {
    const bool right = event.kind == SessionEventKind::FactsGiven
                           ? event.number % 7 == 0
                           : event.option == std::to_string(event.number);
    if (!right) return false;
  }
  return true;
}

}  // namespace

TEST_CASE(
    "after kill -9 under load every acknowledged event is there, and no more than one a writer besides") {
  const StoreFolder folder;
  std::vector<std::string> ids;
  {
    SessionStore store = opened(folder.store());
    for (std::size_t i = 0; i < sessions; ++i) ids.push_back(taken(store.create(session_of("g"), {}, {})).id);
  }
  std::mt19937 random(std::random_device{}());
  const int kills = rounds("TSG_SESSION_KILLS", 4);
  std::vector<std::uint64_t> counts(sessions, 0);
  std::uint64_t acknowledged = 0;
  std::uint64_t unacknowledged = 0;
  for (int kill = 0; kill < kills; ++kill) {
    const std::chrono::microseconds delay(20'000 + random() % 200'000);
    const auto said = killed_after(delay, folder.store(), ids, counts);
    SessionStore store = opened(folder.store());
    REQUIRE(taken(store.problems()).empty());
    std::uint64_t more = 0;
    for (std::size_t i = 0; i < sessions; ++i) {
      const StoredSession session = taken(store.load(ids[i])).value();
      REQUIRE(session.events.size() >= said[i]);
      REQUIRE(whole(session));
      acknowledged += said[i] - counts[i];
      more += session.events.size() - said[i];
      counts[i] = session.events.size();
    }
    REQUIRE(more <= writers);
    unacknowledged += more;
  }
  std::printf("%d kills: %lu events acknowledged, none lost; %lu written and not yet acknowledged\n", kills,
              static_cast<unsigned long>(acknowledged), static_cast<unsigned long>(unacknowledged));
  CHECK(acknowledged > 0);
}
