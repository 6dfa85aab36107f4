// SPDX-License-Identifier: MIT
#include "tests/faults/allocation_fault.h"

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <new>

// The allocator behind ours: the sanitizer's where there is one, else glibc's.
#ifdef TSG_BEHIND_SANITIZER
#define TSG_BEHIND(function) __interceptor_##function
#else
#define TSG_BEHIND(function) __libc_##function
#endif

extern "C" {
void* TSG_BEHIND(malloc)(std::size_t);
void* TSG_BEHIND(calloc)(std::size_t, std::size_t);
void* TSG_BEHIND(realloc)(void*, std::size_t);
void* TSG_BEHIND(memalign)(std::size_t, std::size_t);
void TSG_BEHIND(free)(void*);
}

namespace tsg::faults {

namespace {

std::atomic<std::uint64_t> asked = 0;
std::atomic<std::int64_t> live = 0;
std::atomic<std::uint64_t> refused_nth = 0;
std::atomic<bool> to_the_end = false;

bool refuses_now() {
  const std::uint64_t nth = refused_nth.load(std::memory_order_relaxed);
  const std::uint64_t number = asked.fetch_add(1, std::memory_order_relaxed) + 1;
  return nth != 0 && (number == nth || (number > nth && to_the_end.load(std::memory_order_relaxed)));
}

void* counted(void* block) {
  if (block != nullptr) live.fetch_add(1, std::memory_order_relaxed);
  return block;
}

void* refused() {
  errno = ENOMEM;
  return nullptr;
}

void* aligned_block(std::size_t alignment, std::size_t size) {
  return refuses_now() ? refused() : counted(TSG_BEHIND(memalign)(alignment, size));
}

void* or_bad_alloc(void* block) {
  if (block == nullptr) throw std::bad_alloc();
  return block;
}

std::size_t at_least_one(std::size_t size) {
  return size == 0 ? 1 : size;
}

}  // namespace

void refuse_allocation(std::uint64_t nth, Lasting lasting) {
  to_the_end = lasting == Lasting::FromThenOn;
  asked = 0;
  live = 0;
  refused_nth = nth;
}

AllocationCount stop_refusing_allocations() {
  refused_nth = 0;
  return {asked, live};
}

}  // namespace tsg::faults

using namespace tsg::faults;

extern "C" {

void* malloc(std::size_t size) {
  return refuses_now() ? refused() : counted(TSG_BEHIND(malloc)(size));
}

void* calloc(std::size_t count, std::size_t size) {
  return refuses_now() ? refused() : counted(TSG_BEHIND(calloc)(count, size));
}

void* realloc(void* block, std::size_t size) {
  if (refuses_now()) return refused();
  void* const moved = TSG_BEHIND(realloc)(block, size);
  if (block == nullptr) return counted(moved);
  if (size == 0 && moved == nullptr) live.fetch_sub(1, std::memory_order_relaxed);
  return moved;
}

void free(void* block) {
  if (block == nullptr) return;
  live.fetch_sub(1, std::memory_order_relaxed);
  TSG_BEHIND(free)(block);
}

void* memalign(std::size_t alignment, std::size_t size) {
  return aligned_block(alignment, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  return aligned_block(alignment, size);
}

int posix_memalign(void** block, std::size_t alignment, std::size_t size) {
  void* const made = aligned_block(alignment, size);
  if (made == nullptr) return ENOMEM;
  *block = made;
  return 0;
}

}  // extern "C"

void* operator new(std::size_t size) {
  return or_bad_alloc(std::malloc(at_least_one(size)));
}
void* operator new[](std::size_t size) {
  return or_bad_alloc(std::malloc(at_least_one(size)));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(at_least_one(size));
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(at_least_one(size));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
  return or_bad_alloc(aligned_block(static_cast<std::size_t>(alignment), at_least_one(size)));
}
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return or_bad_alloc(aligned_block(static_cast<std::size_t>(alignment), at_least_one(size)));
}
void* operator new(std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return aligned_block(static_cast<std::size_t>(alignment), at_least_one(size));
}
void* operator new[](std::size_t size, std::align_val_t alignment, const std::nothrow_t&) noexcept {
  return aligned_block(static_cast<std::size_t>(alignment), at_least_one(size));
}
void operator delete(void* block) noexcept {
  std::free(block);
}
void operator delete[](void* block) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  std::free(block);
}
void operator delete(void* block, std::align_val_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
  std::free(block);
}
