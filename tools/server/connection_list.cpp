// SPDX-License-Identifier: MIT
#include "tools/server/connection_list.h"

#include <algorithm>

namespace tsg::web {

namespace {

using Connections = std::vector<std::weak_ptr<OpenConnection>>;

void forget_dead(Connections& connections) {
  connections.erase(
      std::remove_if(connections.begin(), connections.end(), [](const auto& each) { return each.expired(); }),
      connections.end());
}

OpenConnection::Clock::time_point waiting_since(const std::weak_ptr<OpenConnection>& connection) {
  const auto living = connection.lock();
  return living ? living->waiting_since() : OpenConnection::Clock::time_point::max();
}

}  // namespace

bool ConnectionList::admit(const std::shared_ptr<OpenConnection>& connection) {
  const std::lock_guard lock(mutex_);
  forget_dead(connections_);
  if (connections_.size() >= most_ && !drop_one()) return false;
  connections_.push_back(connection);
  return true;
}

bool ConnectionList::drop_longest_waiting() {
  const std::lock_guard lock(mutex_);
  return drop_one();
}

std::size_t ConnectionList::size() const {
  const std::lock_guard lock(mutex_);
  forget_dead(connections_);
  return connections_.size();
}

bool ConnectionList::drop_one() {
  const auto longest =
      std::min_element(connections_.begin(), connections_.end(),
                       [](const auto& a, const auto& b) { return waiting_since(a) < waiting_since(b); });
  if (longest == connections_.end()) return false;
  const auto living = longest->lock();
  if (!living || living->waiting_since() == OpenConnection::Clock::time_point::max()) return false;
  connections_.erase(longest);
  living->leave();
  return true;
}

}  // namespace tsg::web
