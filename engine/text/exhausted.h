// SPDX-License-Identifier: MIT
// The host has no more memory or threads to give. This is the one failure that crosses rooms as an exception,
// a std::bad_alloc, because nothing on the way could say or do anything without memory
// (docs/decisions/memory-that-runs-out.md).
#pragma once

#include <new>
#include <system_error>

namespace tsg {

// Something other than memory ran out. `what` is a text that lives for ever: "no thread can be started".
class HostExhausted : public std::bad_alloc {
 public:
  explicit HostExhausted(const char* what) : what_(what) {}
  const char* what() const noexcept override { return what_; }

 private:
  const char* what_;
};

// For libraries that report a lack of memory as one of their errors, where it would be taken for a fault of
// the input: throws std::bad_alloc when `error` is that.
inline void throw_if_exhausted(const std::error_code& error) {
  if (error == std::errc::not_enough_memory) throw std::bad_alloc();
}

}  // namespace tsg
