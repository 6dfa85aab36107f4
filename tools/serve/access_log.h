// SPDX-License-Identifier: MIT
// Lines for a log, written by a thread of their own so that no request waits for a disk or a pipe.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

#include "engine/text/descriptor.h"
#include "engine/text/result.h"

namespace tsg {

class AccessLog {
 public:
  static constexpr std::size_t most_lines = 10'000;  // not written yet; beyond, lines are dropped and counted

  // Appends to the file `path`, made with mode 0600; "-" is standard error, empty nothing at all.
  static Result<std::unique_ptr<AccessLog>> open(const std::string& path);
  explicit AccessLog(Descriptor file);
  ~AccessLog();

  // From any thread; never waits. REQUIRES: no line end in it
  void write(std::string line);
  std::uint64_t dropped() const;

 private:
  void run();

  Descriptor file_;
  mutable std::mutex mutex_ = {};
  std::condition_variable changed_ = {};
  std::deque<std::string> lines_ = {};
  std::uint64_t dropped_ = 0;
  bool ended_ = false;
  std::thread writer_;
};

}  // namespace tsg
