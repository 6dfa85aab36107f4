// SPDX-License-Identifier: MIT
#include "engine/lua/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

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

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TSG_HEAP_OF_SINGLE_BLOCKS
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define TSG_HEAP_OF_SINGLE_BLOCKS
#endif
#endif

#if defined(TSG_HEAP_OF_SINGLE_BLOCKS)

void* Heap::take(std::size_t size) {
  return std::malloc(size);
}
void Heap::give(void* block, std::size_t) {
  std::free(block);
}
void* Heap::move(void* block, std::size_t, std::size_t new_size) {
  return std::realloc(block, new_size);
}

#else

// What is left of the slab before is small and stays unused.
bool Heap::add_slab() {
  std::unique_ptr<std::byte[]> slab(new (std::nothrow) std::byte[slab_bytes]);
  if (!slab) return false;
  try {
    slabs_.push_back(std::move(slab));
  } catch (const std::bad_alloc&) {
    return false;
  }
  slab_at_ = slabs_.back().get();
  slab_left_ = slab_bytes;
  return true;
}

void* Heap::take(std::size_t size) {
  const std::size_t number = class_of(size);
  if (number >= classes) return std::malloc(size);
  if (FreeBlock* block = free_[number]) {
    free_[number] = block->next;
    return block;
  }
  const std::size_t rounded = (number + 1) * class_bytes;
  if (slab_left_ < rounded && !add_slab()) return nullptr;
  void* block = slab_at_;
  slab_at_ += rounded;
  slab_left_ -= rounded;
  return block;
}

void Heap::give(void* block, std::size_t size) {
  const std::size_t number = class_of(size);
  if (number >= classes) return std::free(block);
  free_[number] = new (block) FreeBlock{free_[number]};
}

void* Heap::move(void* block, std::size_t old_size, std::size_t new_size) {
  const bool both_large = class_of(old_size) >= classes && class_of(new_size) >= classes;
  if (both_large) return std::realloc(block, new_size);
  if (class_of(old_size) == class_of(new_size)) return block;
  void* moved = take(new_size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, block, std::min(old_size, new_size));
  give(block, old_size);
  return moved;
}

#endif

void* Heap::resize(void* block, std::size_t old_size, std::size_t new_size) {
  if (new_size == 0) {
    if (block != nullptr) give(block, old_size);
    used_ -= old_size;
    return nullptr;
  }
  void* moved = block == nullptr ? take(new_size) : move(block, old_size, new_size);
  if (moved == nullptr) {
    starved_ = true;
    return nullptr;
  }
  used_ += new_size - old_size;
  peak_ = std::max(peak_, used_);
  return moved;
}

}  // namespace tsg::lua
