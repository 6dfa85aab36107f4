// SPDX-License-Identifier: MIT
// Stops a rule at its deadline. While rules run normally it costs two stores a run: there is no hook. A
// thread of its own looks every few milliseconds whether the same run is still going on; when its time is up,
// the thread sets a hook that fires at the next instruction, and raises a flag that host functions with long
// loops read.
//
// Time is the processor's, of the thread that runs the rule: on a machine with more threads than cores the
// same rule over the same facts is not stopped because others had their turn.
//
// lua_sethook from another thread walks the chain of active calls. The chain only ever shrinks towards its
// base, a call record is freed long after it left the chain, and Heap::FreeGuard keeps the heap from freeing
// any while we walk.
//
// Tested by tests/lua/limits_test.cpp.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <ctime>
#include <mutex>
#include <thread>

#include "engine/lua/heap.h"

struct lua_State;
struct lua_Debug;

namespace tsg::lua {

using Hook = void (*)(lua_State*, lua_Debug*);

class Watchdog {
 public:
  // `hook` is set with a count of one instruction; it must ask `expired`, and take itself away when it is
  // false.
  explicit Watchdog(Hook hook) : hook_(hook) {}
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  // The state that will be stopped; null between states. Not while a run goes on.
  void watch(lua_State* state, Heap* heap);
  void begin_run();
  void end_run();
  // The run that goes on is over its deadline.
  bool expired() const {
    return expired_run_.load(std::memory_order_relaxed) == run_.load(std::memory_order_relaxed);
  }

 private:
  void start();
  void look();
  void expire(std::uint64_t run);

  Hook hook_;
  lua_State* state_ = nullptr;
  Heap* heap_ = nullptr;
  std::atomic<std::uint64_t> run_ = 0;  // odd while a run goes on
  std::atomic<std::uint64_t> expired_run_ = UINT64_MAX;
  std::atomic<clockid_t> clock_ = CLOCK_MONOTONIC;  // of the thread of the last run
  std::atomic<bool> parked_ = false;
  bool stopping_ = false;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::thread thread_;
};

}  // namespace tsg::lua
