// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tsg {

// Calls `work(worker, index)` for every index below `count`, in a thread for each worker (in this one when
// there is one alone). Which worker gets which index is left to chance. What one of them throws ends the work
// and is thrown here.
template <typename Worker, typename Work>
void share_work(std::vector<Worker>& workers, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failing;
  const auto run = [&](Worker& worker) {
    try {
      for (std::size_t at = next++; at < count; at = next++) work(worker, at);
    } catch (...) {
      const std::lock_guard<std::mutex> lock(failing);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  if (workers.size() == 1) {
    run(workers.front());
  } else {
    std::vector<std::thread> threads;
    threads.reserve(workers.size());
    for (Worker& worker : workers) threads.emplace_back([&run, &worker] { run(worker); });
    for (std::thread& thread : threads) thread.join();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace tsg
