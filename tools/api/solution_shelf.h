// SPDX-License-Identifier: MIT
// The solutions that were made, by name, in memory alone: making one again costs a request and gives the
// same. Any thread may call.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace tsg {

class SolutionShelf {
 public:
  // Beyond either, the one that was made or looked at longest ago goes.
  static constexpr std::size_t most_solutions = 1000;
  static constexpr std::size_t most_bytes = 32U << 20U;

  enum class Placed { New, Instead };
  Placed put(std::string_view name, std::string json);
  std::optional<std::string> find(std::string_view name);

 private:
  struct Solution {
    std::string name = {};
    std::string json = {};
  };
  using Order = std::list<Solution>;
  void remove(Order::iterator solution);

  std::mutex mutex_ = {};
  Order order_ = {};  // the newest first
  std::map<std::string, Order::iterator, std::less<>> places_ = {};
  std::size_t bytes_ = 0;
};

}  // namespace tsg
