// SPDX-License-Identifier: MIT
#include "tools/server/connection_list.h"

namespace tsg::web {

namespace {

constexpr auto never = OpenConnection::Clock::time_point::max();

}  // namespace

OpenConnection::~OpenConnection() {
  if (list_) list_->forget(*this);
}

void OpenConnection::wait_from(Clock::time_point moment, Clock::time_point deadline) {
  if (!list_ || !list_->set_waiting(*this, moment, deadline)) return;
  try {
    list_->alarm_();
  } catch (...) {
    list_->disarm();
    throw;
  }
}

void OpenConnection::wait_no_more() {
  if (list_) list_->set_waiting(*this, never, never);
}

bool ConnectionList::admit(const std::shared_ptr<OpenConnection>& connection) {
  std::shared_ptr<OpenConnection> leaving;
  {
    const std::lock_guard lock(mutex_);
    if (open_.size() >= most_ && !(leaving = take_longest_waiting())) return false;
    open_.insert(connection.get());
    connection->self_ = connection;
    connection->list_ = this;
  }
  // Not under the lock, which the last owner of a connection takes.
  if (leaving) leaving->leave();
  return true;
}

bool ConnectionList::drop_longest_waiting() {
  std::unique_lock lock(mutex_);
  const std::shared_ptr<OpenConnection> leaving = take_longest_waiting();
  lock.unlock();
  if (leaving) leaving->leave();
  return leaving != nullptr;
}

void ConnectionList::expire_overdue(Clock::time_point now) {
  while (const std::shared_ptr<OpenConnection> each = take_overdue(now)) each->expire();
}

void ConnectionList::finish_all() {
  std::vector<std::shared_ptr<OpenConnection>> all;
  {
    const std::lock_guard lock(mutex_);
    for (OpenConnection* const each : open_) {
      if (auto living = each->self_.lock()) all.push_back(std::move(living));
    }
  }
  for (const auto& each : all) each->finish();
}

ConnectionList::Clock::time_point ConnectionList::next_deadline() {
  const std::lock_guard lock(mutex_);
  armed_ = deadlines_.empty() ? never : deadlines_.begin()->first;
  return armed_;
}

void ConnectionList::disarm() {
  const std::lock_guard lock(mutex_);
  armed_ = never;
}

std::size_t ConnectionList::size() const {
  const std::lock_guard lock(mutex_);
  return open_.size();
}

// One that is being destroyed is passed over: it makes room by itself. REQUIRES: mutex_ is held
std::shared_ptr<OpenConnection> ConnectionList::take_longest_waiting() {
  for (const auto& entry : waiting_) {
    OpenConnection* const each = entry.second;  // the entry goes with unlist
    std::shared_ptr<OpenConnection> living = each->self_.lock();
    if (!living) continue;
    unlist(*each);
    each->dropped_ = true;
    return living;
  }
  return nullptr;
}

std::shared_ptr<OpenConnection> ConnectionList::take_overdue(Clock::time_point now) {
  const std::lock_guard lock(mutex_);
  while (!deadlines_.empty() && deadlines_.begin()->first <= now) {
    OpenConnection& each = *deadlines_.begin()->second;
    deadlines_.erase(deadlines_.begin());
    each.deadline_ = never;
    if (auto living = each.self_.lock()) return living;
  }
  return nullptr;
}

// Whether the alarm must be set anew.
bool ConnectionList::set_waiting(OpenConnection& connection, Clock::time_point since,
                                 Clock::time_point deadline) {
  const std::lock_guard lock(mutex_);
  if (connection.dropped_) return false;
  if (connection.since_ != never) waiting_.erase({connection.since_, &connection});
  if (connection.deadline_ != never) deadlines_.erase({connection.deadline_, &connection});
  connection.since_ = connection.deadline_ = never;
  if (since != never) waiting_.emplace(since, &connection);
  connection.since_ = since;
  if (deadline != never) deadlines_.emplace(deadline, &connection);
  connection.deadline_ = deadline;
  if (!alarm_ || deadline >= armed_) return false;
  armed_ = deadline;
  return true;
}

// REQUIRES: mutex_ is held
void ConnectionList::unlist(OpenConnection& connection) {
  open_.erase(&connection);
  if (connection.since_ != never) waiting_.erase({connection.since_, &connection});
  if (connection.deadline_ != never) deadlines_.erase({connection.deadline_, &connection});
  connection.since_ = connection.deadline_ = never;
}

void ConnectionList::forget(OpenConnection& connection) {
  const std::lock_guard lock(mutex_);
  unlist(connection);
}

}  // namespace tsg::web
