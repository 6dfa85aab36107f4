// SPDX-License-Identifier: MIT
#include "tools/server/event_queue.h"

#include <utility>

#include "tools/server/server_limits.h"

namespace tsg::web {

void EventQueue::push(EventBytes frame) {
  add(std::move(frame));
  wake_();
}

void EventQueue::add(EventBytes frame) {
  const std::lock_guard lock(mutex_);
  if (overflowed_) return;
  bytes_ += frame->size();
  frames_.push_back(std::move(frame));
  overflowed_ = frames_.size() > limits::queued_events || bytes_ > limits::queued_event_bytes;
  if (overflowed_) frames_.clear();
}

EventBytes EventQueue::take() {
  const std::lock_guard lock(mutex_);
  if (frames_.empty()) return nullptr;
  EventBytes frame = std::move(frames_.front());
  frames_.pop_front();
  bytes_ -= frame->size();
  return frame;
}

bool EventQueue::overflowed() const {
  const std::lock_guard lock(mutex_);
  return overflowed_;
}

}  // namespace tsg::web
