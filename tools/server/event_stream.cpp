// SPDX-License-Identifier: MIT
#include "tools/server/event_stream.h"

#include <utility>

#include "tools/server/event_frame.h"
#include "tools/server/server_limits.h"

namespace tsg::web {

std::uint64_t EventStream::publish(std::string_view event, std::string_view data) {
  const std::lock_guard lock(mutex_);
  const std::uint64_t id = next_id_++;
  newest_ = std::make_shared<const std::string>(event_frame(id, event, data));
  for (const auto& queue : living()) queue->push(newest_);
  return id;
}

std::optional<std::uint64_t> EventStream::newest_id() const {
  const std::lock_guard lock(mutex_);
  if (!newest_) return std::nullopt;
  return next_id_ - 1;
}

std::size_t EventStream::subscribers() const {
  const std::lock_guard lock(mutex_);
  return living().size();
}

std::shared_ptr<EventQueue> EventStream::subscribe(std::optional<std::uint64_t> seen,
                                                   std::function<void()> wake) {
  auto queue = std::make_shared<EventQueue>(std::move(wake));
  const std::lock_guard lock(mutex_);
  if (living().size() >= limits::event_subscribers) return nullptr;
  queues_.push_back(queue);
  if (seen && newest_ && *seen != next_id_ - 1) queue->push(newest_);
  return queue;
}

EventStream::Queues EventStream::living() const {
  Queues queues;
  for (const auto& each : queues_) {
    if (auto queue = each.lock()) queues.push_back(std::move(queue));
  }
  queues_.assign(queues.begin(), queues.end());
  return queues;
}

}  // namespace tsg::web
