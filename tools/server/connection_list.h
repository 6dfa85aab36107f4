// SPDX-License-Identifier: MIT
// The connections that are open, and which of them goes when there are too many.
// Tested by connection_list_test.cpp.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace tsg::web {

class OpenConnection {
 public:
  using Clock = std::chrono::steady_clock;
  virtual ~OpenConnection() = default;
  // Ends the connection. From any thread; must not wait.
  virtual void leave() = 0;

  // Since when the server waits for this client to send or to take something; the clock's latest moment while
  // it does not: the server works for it, or it is a listener that has all events.
  Clock::time_point waiting_since() const { return waiting_since_; }

 protected:
  void wait_from(Clock::time_point moment) { waiting_since_ = moment; }
  void wait_no_more() { waiting_since_ = Clock::time_point::max(); }

 private:
  std::atomic<Clock::time_point> waiting_since_ = Clock::time_point::max();
};

class ConnectionList {
 public:
  explicit ConnectionList(std::size_t most) : most_(most) {}

  // Takes one more. When there are `most`, the one that is waited for the longest leaves; false when none is
  // waited for: the new one must be closed.
  bool admit(const std::shared_ptr<OpenConnection>& connection);
  // The one that is waited for the longest leaves; false when there is none.
  bool drop_longest_waiting();
  std::size_t size() const;

 private:
  bool drop_one();

  mutable std::mutex mutex_;
  mutable std::vector<std::weak_ptr<OpenConnection>> connections_ = {};
  std::size_t most_;
};

}  // namespace tsg::web
