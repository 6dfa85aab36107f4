// SPDX-License-Identifier: MIT
// Many threads write, and one commit serves all who wait: a commit takes as long as the disk takes to say
// that it has the bytes, whether it carries one change or sixteen. There is no thread of its own: the first
// who comes leads, takes along what queued meanwhile, and hands over to one of those who came later.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "engine/text/result.h"
#include "tools/sessions/connection.h"

namespace tsg {

class GroupCommit {
 public:
  using Work = std::function<void(Connection&)>;

  // Borrows the connection, which nobody else may use.
  explicit GroupCommit(Connection& connection) : connection_(connection) {}

  // Runs `work` in a transaction, and returns when that is durable, or with why it is not; then nothing of it
  // was written. `work` may run twice, the first time in vain: when the changes of others fail, or it fails
  // with theirs, each is tried alone. Throws std::bad_alloc alone.
  std::optional<HostError> run(const Work& work);

  // Runs `work` alone and outside of any transaction. Throws StoreFault.
  void run_alone(const Work& work);

 private:
  struct Job {
    const Work* work = nullptr;
    std::optional<HostError> failure = {};
    bool exhausted = false;
    bool done = false;
  };
  void lead(std::unique_lock<std::mutex>& lock);
  void commit_all(std::span<Job* const> jobs);
  void commit_together(std::span<Job* const> jobs);

  Connection& connection_;
  std::mutex mutex_ = {};
  std::condition_variable changed_ = {};
  std::vector<Job*> waiting_ = {};
  bool leading_ = false;
};

}  // namespace tsg
