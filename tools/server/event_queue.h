// SPDX-License-Identifier: MIT
// The events that one subscriber has not taken yet. Filled by any thread, emptied by its connection's.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace tsg::web {

using EventBytes = std::shared_ptr<const std::string>;  // a frame, shared by all subscribers

class EventQueue {
 public:
  // `wake` is called after each change, from the thread that made it; it must not wait.
  explicit EventQueue(std::function<void()> wake) : wake_(std::move(wake)) {}

  // Over limits::queued_events or limits::queued_event_bytes the queue is emptied and overflows for good: the
  // subscriber is too slow, and gets the newest event when it connects again.
  void push(EventBytes frame);
  // The oldest frame, or nullptr.
  EventBytes take();
  bool overflowed() const;

 private:
  void add(EventBytes frame);

  mutable std::mutex mutex_;
  std::function<void()> wake_;
  std::deque<EventBytes> frames_ = {};
  std::size_t bytes_ = 0;
  bool overflowed_ = false;
};

}  // namespace tsg::web
