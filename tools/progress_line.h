// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>

namespace tsg {

// "120 of 900 changes tried" on the terminal behind standard error, written over itself, gone at the end.
// Where there is no terminal nothing is written.
class ProgressLine {
 public:
  explicit ProgressLine(std::string what);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // May be called from any thread, as often as there is news.
  void show(std::size_t done, std::size_t all) const;

 private:
  std::string what_;
  bool terminal_;
  mutable std::mutex writing_ = {};
  mutable std::chrono::steady_clock::time_point next_ = {};
  mutable bool shown_ = false;
};

}  // namespace tsg
