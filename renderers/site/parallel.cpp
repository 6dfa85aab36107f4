// SPDX-License-Identifier: MIT
#include "renderers/site/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace tsg {

void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(const TakeItem& next)>& work) {
  constexpr std::size_t at_once = 8;
  std::atomic<std::size_t> taken = 0;
  const auto run = [count, &taken, &work] {
    std::size_t at = 0;
    std::size_t end = 0;
    work([&at, &end, count, &taken]() -> std::optional<std::size_t> {
      if (at == end) {
        at = taken.fetch_add(at_once);
        end = std::min(at + at_once, count);
        if (at >= count) return std::nullopt;
      }
      return at++;
    });
  };
  std::vector<std::jthread> others;
  for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(run);
  run();
}

}  // namespace tsg
