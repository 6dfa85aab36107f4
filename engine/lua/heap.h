// SPDX-License-Identifier: MIT
// The memory of one Lua state: counts every byte, refuses what goes over a cap, and holds frees back while
// the watchdog looks at the state from its own thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>

namespace tsg::lua {

class Heap {
 public:
  // The lua_Alloc function; `heap` is a Heap.
  static void* allocate(void* heap, void* block, std::size_t old_size, std::size_t new_size);

  std::size_t used() const { return used_; }
  std::size_t peak() const { return peak_; }
  // Since the last allow: the host had no memory for what the cap would have let through.
  bool starved() const { return starved_; }
  // Lets the state grow by `bytes` over what it uses now.
  void allow(std::size_t bytes) { allow_over(used_, bytes); }
  // Lets the state grow by `bytes` over `baseline`, what it used when only code was loaded.
  void allow_over(std::size_t baseline, std::size_t bytes) {
    cap_ = baseline + bytes;
    starved_ = false;
  }
  // While a guard lives, no block of the state is freed or moved.
  class FreeGuard {
   public:
    explicit FreeGuard(Heap& heap);
    ~FreeGuard();
    FreeGuard(const FreeGuard&) = delete;
    FreeGuard& operator=(const FreeGuard&) = delete;

   private:
    Heap& heap_;
    std::lock_guard<std::mutex> lock_;
  };

 private:
  void* resize(void* block, std::size_t old_size, std::size_t new_size);

  std::size_t used_ = 0;
  std::size_t peak_ = 0;
  std::size_t cap_ = SIZE_MAX;
  bool starved_ = false;
  std::atomic<bool> guarded_ = false;
  std::mutex mutex_;
};

}  // namespace tsg::lua
