// SPDX-License-Identifier: MIT
#include "engine/lua/heap.h"

#include <algorithm>
#include <cstdlib>

namespace tsg::lua {

Heap::FreeGuard::FreeGuard(Heap& heap) : heap_(heap), lock_(heap.mutex_) {
  heap_.guarded_ = true;
}
Heap::FreeGuard::~FreeGuard() {
  heap_.guarded_ = false;
}

void* Heap::allocate(void* heap, void* block, std::size_t old_size, std::size_t new_size) {
  Heap& self = *static_cast<Heap*>(heap);
  if (block == nullptr) old_size = 0;  // Lua gives a kind of object there, not a size
  if (new_size > old_size && self.used_ + (new_size - old_size) > self.cap_) return nullptr;
  if (block != nullptr && self.guarded_.load(std::memory_order_acquire)) {
    const std::lock_guard<std::mutex> wait(self.mutex_);
    return self.resize(block, old_size, new_size);
  }
  return self.resize(block, old_size, new_size);
}

void* Heap::resize(void* block, std::size_t old_size, std::size_t new_size) {
  if (new_size == 0) {
    std::free(block);
    used_ -= old_size;
    return nullptr;
  }
  void* moved = std::realloc(block, new_size);
  if (moved == nullptr) {
    starved_ = true;
    return nullptr;
  }
  used_ += new_size - old_size;
  peak_ = std::max(peak_, used_);
  return moved;
}

}  // namespace tsg::lua
