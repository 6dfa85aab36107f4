// SPDX-License-Identifier: MIT
// Connections that are held open without asking anything whole.
#pragma once

#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

#include "tests/benchmarks/serve/target.h"

namespace tsg::load {

class Crowd {
 public:
  // `idle` say nothing; `dribbling` send a byte of a header each second. Those that the server ends are
  // opened again.
  Crowd(const Target& target, std::size_t idle, std::size_t dribbling);
  ~Crowd();
  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  // How many are open, and how many were ended by the server so far.
  std::size_t open() const { return open_; }
  std::size_t ended() const { return ended_; }

 private:
  void renew(std::size_t i);
  void keep();

  Target target_;
  std::size_t idle_;
  std::vector<int> sockets_;
  std::atomic<std::size_t> open_ = 0;
  std::atomic<std::size_t> ended_ = 0;
  std::atomic<bool> done_ = false;
  std::thread thread_;
};

}  // namespace tsg::load
