// SPDX-License-Identifier: MIT
// The memory of cmark-gfm. Its own allocator ends the process when there is none left; this one leaves the
// call into cmark-gfm instead, and frees in one go what the broken-off call had made.
//
//   CmarkMemory memory;
//   cmark_node* node = CmarkMemory::run([&] { return cmark_node_new_with_mem(type, CmarkMemory::allocator());
//   });
//
// docs/decisions/memory-that-runs-out.md says why it is a longjmp. Tested by tests/faults.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <new>
#include <type_traits>

namespace tsg {

// Owns every block that allocator() gives this thread while it lives: nodes, parsers and strings made of it
// end with it, freed or not. The memories of a thread nest: the last made is the first to end.
class CmarkMemory {
 public:
  CmarkMemory();
  ~CmarkMemory();
  CmarkMemory(const CmarkMemory&) = delete;
  CmarkMemory& operator=(const CmarkMemory&) = delete;

  // To be used inside run(), by a thread that has a memory; what it gave may be freed anywhere.
  static cmark_mem* allocator();

  // What `call` gives. Throws std::bad_alloc when there was no memory: every tree of this thread's memory is
  // then fit for nothing but to end with it.
  // REQUIRES: `call` makes no object with a destructor, throws nothing and calls nothing but cmark-gfm, for
  // it may be left in the middle.
  template <typename Call>
  static std::invoke_result_t<Call> run(Call call) {
    if constexpr (std::is_void_v<std::invoke_result_t<Call>>) {
      if (!completes(call)) throw std::bad_alloc();
    } else {
      std::invoke_result_t<Call> result = {};
      auto step = [&result, &call] { result = call(); };
      if (!completes(step)) throw std::bad_alloc();
      return result;
    }
  }

  // A large block's place in the ring of its memory's blocks; the block itself comes behind it.
  struct alignas(alignof(std::max_align_t)) Link {
    Link* before = this;
    Link* after = this;
  };

  // Where small blocks are cut from.
  struct alignas(alignof(std::max_align_t)) Chunk {
    Chunk* before = nullptr;
    std::size_t size = 0;  // this included
    std::size_t used = 0;
  };

 private:
  template <typename Step>
  static bool completes(Step& step) {
    return completes([](void* what) { (*static_cast<Step*>(what))(); }, &step);
  }
  static bool completes(void (*step)(void*), void* what);

  CmarkMemory* outer_;
  Link blocks_ = {};
  Chunk* chunks_ = nullptr;  // the newest
  friend struct CmarkAllocator;
};

}  // namespace tsg
