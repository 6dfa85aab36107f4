// SPDX-License-Identifier: MIT
#include "engine/markdown/cmark_registry.h"

#include <cmark-gfm-core-extensions.h>

#include <array>
#include <cstdlib>
#include <new>
#include <utility>

namespace tsg {

namespace {

// cmark-gfm takes what its registry keeps from its default allocator, which ends the process when there is no
// memory, and a registration broken off could not be begun again. So the blocks are made beforehand. Release
// 0.29.0.gfm.6 takes 24, of at most 184 bytes.
class Reserve {
 public:
  Reserve() {
    for (void*& block : blocks_) {
      block = std::calloc(1, block_bytes);
      if (block != nullptr) continue;
      release();
      throw std::bad_alloc();
    }
    thread_reserve_ = this;
    cmark_get_default_mem_allocator()->calloc = take;
  }
  ~Reserve() {
    cmark_get_default_mem_allocator()->calloc = usual_;
    thread_reserve_ = nullptr;
    release();
  }
  Reserve(const Reserve&) = delete;
  Reserve& operator=(const Reserve&) = delete;

 private:
  static constexpr std::size_t block_bytes = 256;

  void release() {
    for (void*& block : blocks_) std::free(std::exchange(block, nullptr));
  }

  // Another thread of an embedder may be in cmark-gfm meanwhile: it gets what it would have got.
  static void* take(std::size_t count, std::size_t size) {
    Reserve* const reserve = thread_reserve_;
    if (reserve != nullptr && reserve->next_ < reserve->blocks_.size() && count * size <= block_bytes)
      return std::exchange(reserve->blocks_.at(reserve->next_++), nullptr);
    void* const block = std::calloc(count, size);
    if (block == nullptr) std::abort();
    return block;
  }

  static thread_local Reserve* thread_reserve_;
  void* (*usual_)(std::size_t, std::size_t) = cmark_get_default_mem_allocator()->calloc;
  std::array<void*, 64> blocks_ = {};
  std::size_t next_ = 0;
};

thread_local Reserve* Reserve::thread_reserve_ = nullptr;

}  // namespace

void register_cmark_extensions() {
  static bool registered = false;
  if (registered) return;
  const Reserve reserve;
  cmark_gfm_core_extensions_ensure_registered();
  registered = true;
}

}  // namespace tsg
