// SPDX-License-Identifier: MIT
#include "tools/sessions/group_commit.h"

#include <new>

#include "tools/sessions/store_fault.h"

namespace tsg {

std::optional<HostError> GroupCommit::run(const Work& work) {
  Job job;
  job.work = &work;
  std::unique_lock lock(mutex_);
  waiting_.push_back(&job);
  while (!job.done) {
    if (leading_) {
      changed_.wait(lock);
    } else {
      lead(lock);
    }
  }
  if (job.exhausted) throw std::bad_alloc();
  return std::move(job.failure);
}

void GroupCommit::run_alone(const Work& work) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !leading_; });
  leading_ = true;
  lock.unlock();
  const auto hand_over = [&] {
    lock.lock();
    leading_ = false;
    changed_.notify_all();
  };
  try {
    work(connection_);
  } catch (...) {
    hand_over();
    throw;
  }
  hand_over();
}

void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  std::vector<Job*> jobs;
  jobs.swap(waiting_);
  leading_ = true;
  lock.unlock();
  try {
    commit_all(jobs);
  } catch (const std::bad_alloc&) {
    // Not even the failure could be written down: whoever has none yet is told that there is no memory.
    for (Job* job : jobs) job->exhausted = !job->failure;
  }
  lock.lock();
  for (Job* job : jobs) job->done = true;
  leading_ = false;
  changed_.notify_all();
}

void GroupCommit::commit_together(std::span<Job* const> jobs) {
  Transaction transaction(connection_, Access::Write);
  for (const Job* job : jobs) (*job->work)(connection_);
  transaction.commit();
}

void GroupCommit::commit_all(std::span<Job* const> jobs) {
  try {
    commit_together(jobs);
    return;
  } catch (const StoreFault& fault) {
    if (jobs.size() == 1 || fault.kind() == StoreFaultKind::Busy) {
      for (Job* job : jobs) job->failure = fault.error();
      return;
    }
  } catch (const std::bad_alloc&) {
    if (jobs.size() == 1) {
      jobs.front()->exhausted = true;
      return;
    }
  }
  for (std::size_t i = 0; i < jobs.size(); ++i) commit_all(jobs.subspan(i, 1));
}

}  // namespace tsg
