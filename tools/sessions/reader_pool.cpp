// SPDX-License-Identifier: MIT
#include "tools/sessions/reader_pool.h"

namespace tsg {

namespace {

constexpr std::size_t most_idle = 16;

}  // namespace

std::unique_ptr<Connection> ReaderPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Connection> connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  auto connection = std::make_unique<Connection>(path_, Access::Read, patience_);
  connection->take_care_of_file();
  return connection;
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  if (idle_.size() < most_idle) idle_.push_back(std::move(connection));
}

}  // namespace tsg
