// SPDX-License-Identifier: MIT
// Counts what a server does. All of it may be called from any thread.
// Tested by server_counters_test.cpp.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>

#include "tools/server/served.h"
#include "tools/server/server_figures.h"

namespace tsg::web {

class ServerCounters {
 public:
  void count_connection() { ++accepted_; }
  void count_refusal(RefusalReason reason) { ++refusals_[static_cast<std::size_t>(reason)]; }
  // Of routes beyond limits::counted_routes only "other" is known.
  void count_response(const Served& served);

  // Without the connections that are open now, which it does not know.
  ServerFigures figures() const;

 private:
  void count_route(const Served& served);

  std::atomic<std::uint64_t> accepted_ = 0;
  std::atomic<std::uint64_t> bytes_ = 0;
  std::atomic<std::uint64_t> duration_sum_us_ = 0;
  std::array<std::atomic<std::uint64_t>, refusal_names.size()> refusals_ = {};
  std::array<std::atomic<std::uint64_t>, duration_bounds_us.size() + 1> durations_ = {};
  mutable std::mutex mutex_;
  std::map<RouteAndClass, std::uint64_t> responses_ = {};  // guarded by mutex_
};

}  // namespace tsg::web
