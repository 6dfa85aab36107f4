// SPDX-License-Identifier: MIT
#include "engine/markdown/cmark_memory.h"

#include <algorithm>
#include <cassert>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace tsg {

namespace {

struct Exit {
  std::jmp_buf place;
  Exit* outer = nullptr;
};

// cmark-gfm hands its allocator nothing that could lead here, so the thread must know.
thread_local CmarkMemory* memory = nullptr;
thread_local Exit* innermost = nullptr;

}  // namespace

// The functions that cmark-gfm calls. A small block is cut off the current chunk and is
// freed with all chunks; a large one stands in the ring and is freed at once.
struct CmarkAllocator {
  using Link = CmarkMemory::Link;
  using Chunk = CmarkMemory::Chunk;

  static constexpr std::size_t unit = alignof(std::max_align_t);
  // Bytes from which a block has memory of its own; all have it where the address sanitizer is to see them.
#ifdef __SANITIZE_ADDRESS__
  static constexpr std::size_t large = 0;
#else
  static constexpr std::size_t large = 16U << 10U;
#endif
  static constexpr std::size_t first_chunk = 32U << 10U;
  static constexpr std::size_t largest_chunk = 256U << 10U;

  // Before every block: how many bytes it has.
  struct alignas(std::max_align_t) Head {
    std::size_t bytes = 0;
  };

  static bool is_small(std::size_t bytes) {
    return bytes + 1 <= large;
  }
  static void leave() {
    std::longjmp(innermost->place, 1);
  }
  static Head* head_of(void* block) {
    return static_cast<Head*>(block) - 1;
  }
  static Link* link_of(Head* head) {
    return reinterpret_cast<Link*>(head) - 1;
  }

  static void* own(void* made, std::size_t bytes) {
    if (made == nullptr) leave();
    Link* const link = static_cast<Link*>(made);
    Link& ring = memory->blocks_;
    link->before = &ring;
    link->after = ring.after;
    ring.after->before = link;
    ring.after = link;
    Head* const head = reinterpret_cast<Head*>(link + 1);
    head->bytes = bytes;
    return head + 1;
  }

  static void disown(Link* link) {
    link->before->after = link->after;
    link->after->before = link->before;
  }

  static void* make_large(std::size_t bytes) {
    const bool fits = bytes <= SIZE_MAX - sizeof(Link) - sizeof(Head);
    return own(fits ? std::calloc(1, sizeof(Link) + sizeof(Head) + bytes) : nullptr, bytes);
  }

  static void add_chunk() {
    Chunk*& newest = memory->chunks_;
    const std::size_t size = newest == nullptr ? first_chunk : std::min(newest->size * 2, largest_chunk);
    Chunk* const chunk = static_cast<Chunk*>(std::malloc(size));
    if (chunk == nullptr) leave();
    *chunk = {newest, size, sizeof(Chunk)};
    newest = chunk;
  }

  // REQUIRES: is_small(bytes)
  static void* make_small(std::size_t bytes) {
    const std::size_t wanted = sizeof(Head) + (bytes + unit - 1) / unit * unit;
    if (memory->chunks_ == nullptr || memory->chunks_->size - memory->chunks_->used < wanted) add_chunk();
    Chunk& chunk = *memory->chunks_;
    Head* const head = reinterpret_cast<Head*>(reinterpret_cast<char*>(&chunk) + chunk.used);
    chunk.used += wanted;
    head->bytes = bytes;
    void* const block = head + 1;
    return std::memset(block, 0, bytes);
  }

  static void* calloc(std::size_t count, std::size_t size) {
    if (size != 0 && count > SIZE_MAX / size) leave();
    const std::size_t bytes = count * size;
    return is_small(bytes) ? make_small(bytes) : make_large(bytes);
  }

  static void* realloc(void* block, std::size_t size) {
    if (block == nullptr) return calloc(1, size);
    Head* const head = head_of(block);
    if (size <= head->bytes) return block;
    if (is_small(head->bytes)) {
      void* const made = calloc(1, size);
      std::memcpy(made, block, head->bytes);
      return made;
    }
    Link* const link = link_of(head);
    const std::size_t bytes = head->bytes;
    disown(link);
    const std::size_t around = sizeof(Link) + sizeof(Head);
    void* const moved = size <= SIZE_MAX - around ? std::realloc(link, around + size) : nullptr;
    if (moved == nullptr) own(link, bytes);
    return own(moved, size);
  }

  static void free(void* block) {
    if (block == nullptr) return;
    Head* const head = head_of(block);
    if (is_small(head->bytes)) return;
    disown(link_of(head));
    std::free(link_of(head));
  }
};

CmarkMemory::CmarkMemory() : outer_(memory) {
  memory = this;
}

CmarkMemory::~CmarkMemory() {
  assert(memory == this);
  memory = outer_;
  for (Link* link = blocks_.after; link != &blocks_;) std::free(std::exchange(link, link->after));
  while (chunks_ != nullptr) std::free(std::exchange(chunks_, chunks_->before));
}

cmark_mem* CmarkMemory::allocator() {
  static cmark_mem functions = {CmarkAllocator::calloc, CmarkAllocator::realloc, CmarkAllocator::free};
  return &functions;
}

bool CmarkMemory::completes(void (*step)(void*), void* what) {
  Exit exit = {};
  exit.outer = innermost;
  if (setjmp(exit.place) != 0) {
    innermost = innermost->outer;
    return false;
  }
  innermost = &exit;
  step(what);
  innermost = exit.outer;
  return true;
}

}  // namespace tsg
