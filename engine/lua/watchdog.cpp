// SPDX-License-Identifier: MIT
#include "engine/lua/watchdog.h"

#include <csignal>
#include <lua.hpp>

#include "engine/model/limits.h"

namespace tsg::lua {

namespace {

constexpr std::chrono::milliseconds tick{5};
constexpr std::chrono::milliseconds limit{limits::rule_milliseconds};

std::chrono::nanoseconds processor_time(clockid_t clock) {
  timespec time = {};
  ::clock_gettime(clock, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

constexpr int idle_ticks_before_parking = 200;

}  // namespace

Watchdog::~Watchdog() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void Watchdog::watch(lua_State* state, Heap* heap) {
  const std::lock_guard<std::mutex> lock(mutex_);
  state_ = state;
  heap_ = heap;
}

// Signals are the program's: a thread that it does not know of must not take them.
void Watchdog::start() {
  sigset_t all = {};
  sigset_t before = {};
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  thread_ = std::thread([this] { look(); });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void Watchdog::begin_run() {
  clockid_t clock = CLOCK_MONOTONIC;
  pthread_getcpuclockid(pthread_self(), &clock);
  clock_.store(clock, std::memory_order_relaxed);
  run_.fetch_add(1, std::memory_order_seq_cst);
  if (!thread_.joinable()) start();
  if (!parked_.load(std::memory_order_seq_cst)) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  wake_.notify_one();
}

// A hook that came too late for its run must not meet the next one.
void Watchdog::end_run() {
  const bool late = expired();
  run_.fetch_add(1, std::memory_order_seq_cst);
  if (!late) return;
  const std::lock_guard<std::mutex> lock(mutex_);
  if (state_ != nullptr) lua_sethook(state_, nullptr, 0, 0);
}

void Watchdog::expire(std::uint64_t run) {
  if (state_ == nullptr || run_.load() != run) return;
  expired_run_ = run;
  const Heap::FreeGuard guard(*heap_);
  lua_sethook(state_, hook_, LUA_MASKCOUNT, 1);
}

void Watchdog::look() {
  std::unique_lock<std::mutex> lock(mutex_);
  std::uint64_t seen = 0;
  std::chrono::nanoseconds since{0};
  int idle = 0;
  while (!stopping_) {
    wake_.wait_for(lock, tick);
    const std::uint64_t run = run_.load();
    idle = run % 2 == 0 && run == seen ? idle + 1 : 0;
    if (run != seen) {
      seen = run;
      since = processor_time(clock_);
    }
    const bool watched = run % 2 == 1 && expired_run_ != run;
    if (watched && processor_time(clock_) - since >= limit) expire(run);
    if (idle < idle_ticks_before_parking) continue;
    parked_ = true;
    wake_.wait(lock, [this, run] { return stopping_ || run_.load(std::memory_order_seq_cst) != run; });
    parked_ = false;
    idle = 0;
  }
}

}  // namespace tsg::lua
