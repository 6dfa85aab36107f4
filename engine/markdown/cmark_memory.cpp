// SPDX-License-Identifier: MIT
#include "engine/markdown/cmark_memory.h"

#include <cassert>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
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

// The functions that cmark-gfm calls.
struct CmarkAllocator {
  using Link = CmarkMemory::Link;

  static void* own(void* made) {
    if (made == nullptr) std::longjmp(innermost->place, 1);
    Link* const link = static_cast<Link*>(made);
    Link& ring = memory->blocks_;
    link->before = &ring;
    link->after = ring.after;
    ring.after->before = link;
    ring.after = link;
    return link + 1;
  }

  static void disown(Link* link) {
    link->before->after = link->after;
    link->after->before = link->before;
  }

  static void* calloc(std::size_t count, std::size_t size) {
    const bool fits = size == 0 || count <= (SIZE_MAX - sizeof(Link)) / size;
    return own(fits ? std::calloc(1, sizeof(Link) + count * size) : nullptr);
  }

  static void* realloc(void* block, std::size_t size) {
    if (block == nullptr) return calloc(1, size);
    Link* const link = static_cast<Link*>(block) - 1;
    disown(link);
    void* const moved = size <= SIZE_MAX - sizeof(Link) ? std::realloc(link, sizeof(Link) + size) : nullptr;
    if (moved == nullptr) own(link);
    return own(moved);
  }

  static void free(void* block) {
    if (block == nullptr) return;
    Link* const link = static_cast<Link*>(block) - 1;
    disown(link);
    std::free(link);
  }
};

CmarkMemory::CmarkMemory() : outer_(memory) {
  memory = this;
}

CmarkMemory::~CmarkMemory() {
  assert(memory == this);
  memory = outer_;
  for (Link* link = blocks_.after; link != &blocks_;) std::free(std::exchange(link, link->after));
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
