// SPDX-License-Identifier: MIT
#include "tools/server/event_stream.h"

#include <catch2/catch.hpp>

#include <string>
#include <thread>
#include <vector>

#include "tests/server/event_parser.h"
#include "tools/server/server_limits.h"

using namespace tsg::web;

namespace {

const auto sleepy = [] {};

std::vector<ParsedEvent> taken_from(EventQueue& queue) {
  std::string bytes;
  while (const EventBytes frame = queue.take()) bytes += *frame;
  return parse_events(bytes).events;
}

}  // namespace

TEST_CASE("all who listen get each event once, in order") {
  EventStream stream;
  int wakings = 0;
  const auto first = stream.subscribe({}, [&] { ++wakings; });
  const auto second = stream.subscribe({}, sleepy);
  CHECK(stream.publish("reload", "a") == 1);
  CHECK(stream.publish("problems", "b") == 2);
  const std::vector<ParsedEvent> both = {{"1", "reload", "a"}, {"2", "problems", "b"}};
  CHECK(taken_from(*first) == both);
  CHECK(taken_from(*second) == both);
  CHECK(taken_from(*first).empty());
  CHECK(wakings == 2);
}

TEST_CASE("who comes back having missed something gets the newest") {
  EventStream stream(100);
  CHECK_FALSE(stream.newest_id());
  CHECK(taken_from(*stream.subscribe(7, sleepy)).empty());
  stream.publish("problems", "old");
  stream.publish("reload", "new");
  CHECK(stream.newest_id() == 101);
  const std::vector<ParsedEvent> newest = {{"101", "reload", "new"}};
  CHECK(taken_from(*stream.subscribe(100, sleepy)) == newest);
  CHECK(taken_from(*stream.subscribe(0, sleepy)) == newest);
  CHECK(taken_from(*stream.subscribe(5000, sleepy)) == newest);
  CHECK(taken_from(*stream.subscribe(101, sleepy)).empty());
  CHECK(taken_from(*stream.subscribe({}, sleepy)).empty());
}

TEST_CASE("who does not take events is dropped by their number") {
  EventStream stream;
  const auto slow = stream.subscribe({}, sleepy);
  for (std::size_t i = 0; i < limits::queued_events; ++i) stream.publish("reload", "");
  CHECK_FALSE(slow->overflowed());
  stream.publish("reload", "");
  CHECK(slow->overflowed());
  CHECK(slow->take() == nullptr);
  stream.publish("reload", "");
  CHECK(slow->take() == nullptr);
}

TEST_CASE("who does not take events is dropped by their size") {
  EventStream stream;
  const auto slow = stream.subscribe({}, sleepy);
  const std::string half(limits::queued_event_bytes / 2, 'x');
  stream.publish("problems", half);
  CHECK_FALSE(slow->overflowed());
  stream.publish("problems", half);
  CHECK(slow->overflowed());
}

TEST_CASE("there may be as many listeners as the limit and no more") {
  EventStream stream;
  std::vector<std::shared_ptr<EventQueue>> listeners;
  for (std::size_t i = 0; i < limits::event_subscribers; ++i) {
    listeners.push_back(stream.subscribe({}, sleepy));
    REQUIRE(listeners.back());
  }
  CHECK(stream.subscribe({}, sleepy) == nullptr);
  listeners.pop_back();
  CHECK(stream.subscribers() == limits::event_subscribers - 1);
  CHECK(stream.subscribe({}, sleepy) != nullptr);
}

TEST_CASE("several threads publish while others take") {
  EventStream stream;
  const auto listener = stream.subscribe({}, sleepy);
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 20; ++n) stream.publish("reload", "x");
    });
  }
  for (std::thread& each : threads) each.join();
  const std::vector<ParsedEvent> events = taken_from(*listener);
  REQUIRE(events.size() == 60);
  for (std::size_t i = 0; i < events.size(); ++i) CHECK(events[i].id == std::to_string(i + 1));
}
