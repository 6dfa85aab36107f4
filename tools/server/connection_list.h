// SPDX-License-Identifier: MIT
// The connections that are open: which of them goes when there are too many, and which the server has waited
// for long enough. An operation costs the logarithm of their number.
// Tested by connection_list_test.cpp.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tsg::web {

class ConnectionList;

// The list that admitted it must outlive it.
class OpenConnection {
 public:
  using Clock = std::chrono::steady_clock;
  OpenConnection() = default;
  OpenConnection(const OpenConnection&) = delete;
  OpenConnection& operator=(const OpenConnection&) = delete;
  virtual ~OpenConnection();

  // Each from any thread; none may wait.
  virtual void leave() = 0;           // ends at once: there are too many
  virtual void expire() { leave(); }  // its deadline has passed, unless it has another one by now
  virtual void finish() { leave(); }  // ends as soon as it owes nobody an answer

 protected:
  // The server waits from `moment` on for this client to send or to take something, at most until `deadline`.
  void wait_from(Clock::time_point moment, Clock::time_point deadline = Clock::time_point::max());
  // The server works for it, or it is a listener that has all events.
  void wait_no_more();

 private:
  friend class ConnectionList;
  ConnectionList* list_ = nullptr;
  std::weak_ptr<OpenConnection> self_ = {};
  Clock::time_point since_ = Clock::time_point::max();     // guarded by the list, as all below
  Clock::time_point deadline_ = Clock::time_point::max();  // the latest moment: none
  bool dropped_ = false;
};

class ConnectionList {
 public:
  using Clock = OpenConnection::Clock;

  // `alarm` is called, by the thread that waits, when a deadline is set that is nearer than all others were
  // at the last next_deadline.
  explicit ConnectionList(std::size_t most, std::function<void()> alarm = {})
      : most_(most), alarm_(std::move(alarm)) {}

  // Takes one more. When there are `most`, the one that is waited for the longest leaves; false when none is
  // waited for: the new one must be closed.
  bool admit(const std::shared_ptr<OpenConnection>& connection);
  // The one that is waited for the longest leaves; false when there is none.
  bool drop_longest_waiting();
  // Those whose deadline is not after `now` are told so, once a deadline.
  void expire_overdue(Clock::time_point now);
  // All are told to finish.
  void finish_all();
  // The clock's latest moment when there is none.
  Clock::time_point next_deadline();
  // No alarm is set after all: the next deadline that is set calls for one.
  void disarm();
  std::size_t size() const;
  std::size_t most() const { return most_; }

 private:
  friend class OpenConnection;
  using Order = std::set<std::pair<Clock::time_point, OpenConnection*>>;

  std::shared_ptr<OpenConnection> take_longest_waiting();
  std::shared_ptr<OpenConnection> take_overdue(Clock::time_point now);
  bool set_waiting(OpenConnection& connection, Clock::time_point since, Clock::time_point deadline);
  void unlist(OpenConnection& connection);
  void forget(OpenConnection& connection);

  mutable std::mutex mutex_;
  std::unordered_set<OpenConnection*> open_ = {};
  Order waiting_ = {};
  Order deadlines_ = {};
  Clock::time_point armed_ = Clock::time_point::max();
  std::size_t most_;
  std::function<void()> alarm_;
};

}  // namespace tsg::web
