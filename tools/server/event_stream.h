// SPDX-License-Identifier: MIT
// Server-sent events to all who listen. Ids count up by one; a subscriber that says it has seen another id
// than the newest gets the newest event at once, and of what it missed only that.
// Tested by event_stream_test.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "tools/server/event_queue.h"

namespace tsg::web {

class EventStream {
 public:
  // The first event gets the id `first_id`. A server that is started again and begins elsewhere (the seconds
  // of its clock, say) is noticed by the pages of the former one.
  explicit EventStream(std::uint64_t first_id = 1) : next_id_(first_id) {}

  // From any thread; never waits for a subscriber. Gives the event's id.
  // REQUIRES: event holds no line end
  std::uint64_t publish(std::string_view event, std::string_view data);
  // The id of the newest event; nothing before the first. A page that is built with it can ask for
  // `?since=ID`, and misses nothing between its building and its connecting.
  std::optional<std::uint64_t> newest_id() const;
  std::size_t subscribers() const;

  // nullptr when limits::event_subscribers listen already. A queue unsubscribes by its death.
  std::shared_ptr<EventQueue> subscribe(std::optional<std::uint64_t> seen, std::function<void()> wake);

 private:
  using Queues = std::vector<std::shared_ptr<EventQueue>>;
  // Those that are still listened to; the others are forgotten. REQUIRES: mutex_ is held
  Queues living() const;

  mutable std::mutex mutex_;
  mutable std::vector<std::weak_ptr<EventQueue>> queues_ = {};
  std::uint64_t next_id_;
  EventBytes newest_ = {};
};

}  // namespace tsg::web
