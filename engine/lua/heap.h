// SPDX-License-Identifier: MIT
// The memory of one Lua state: counts every byte, refuses what goes over a cap, and holds frees back while
// the watchdog looks at the state from its own thread.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

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
  // Small blocks come from slabs and go back into a list of their size class: most of what Lua asks for lives
  // briefly. A sanitizer sees every block on its own instead.
  static constexpr std::size_t class_bytes = 16;
  static constexpr std::size_t classes = 16;
  static constexpr std::size_t slab_bytes = 32U << 10U;
  struct FreeBlock {
    FreeBlock* next = nullptr;
  };

  void* resize(void* block, std::size_t old_size, std::size_t new_size);
  static std::size_t class_of(std::size_t size) { return (size + class_bytes - 1) / class_bytes - 1; }
  void* take(std::size_t size);
  void give(void* block, std::size_t size);
  void* move(void* block, std::size_t old_size, std::size_t new_size);
  bool add_slab();

  std::array<FreeBlock*, classes> free_ = {};
  std::vector<std::unique_ptr<std::byte[]>> slabs_ = {};
  std::byte* slab_at_ = nullptr;
  std::size_t slab_left_ = 0;

  std::size_t used_ = 0;
  std::size_t peak_ = 0;
  std::size_t cap_ = SIZE_MAX;
  bool starved_ = false;
  std::atomic<bool> guarded_ = false;
  std::mutex mutex_;
};

}  // namespace tsg::lua
