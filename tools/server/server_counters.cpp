// SPDX-License-Identifier: MIT
#include "tools/server/server_counters.h"

#include <algorithm>
#include <utility>

#include "tools/server/server_limits.h"

namespace tsg::web {

void ServerCounters::count_response(const Served& served) {
  const auto took = static_cast<std::uint64_t>(std::max<std::int64_t>(served.duration.count(), 0));
  const auto* const bound = std::lower_bound(duration_bounds_us.begin(), duration_bounds_us.end(), took);
  ++durations_[static_cast<std::size_t>(bound - duration_bounds_us.begin())];
  duration_sum_us_ += took;
  bytes_ += served.bytes;
  count_route(served);
}

void ServerCounters::count_route(const Served& served) {
  RouteAndClass key = {served.route, served.status / 100};
  const std::lock_guard lock(mutex_);
  const auto found = responses_.find(key);
  if (found != responses_.end()) {
    ++found->second;
    return;
  }
  if (responses_.size() >= limits::counted_routes) key.route = "other";
  ++responses_[std::move(key)];
}

ServerFigures ServerCounters::figures() const {
  ServerFigures figures = {.connections_accepted = accepted_, .response_bytes = bytes_};
  std::copy(refusals_.begin(), refusals_.end(), figures.refusals.begin());
  std::copy(durations_.begin(), durations_.end(), figures.durations.begin());
  figures.duration_sum_us = duration_sum_us_;
  const std::lock_guard lock(mutex_);
  figures.responses = responses_;
  return figures;
}

}  // namespace tsg::web
