// SPDX-License-Identifier: MIT
// Something that happens once, and that a thread can wait for together with files: `descriptor` is readable
// from then on.
#pragma once

#include <atomic>

#include "engine/text/descriptor.h"

namespace tsg {

class Event {
 public:
  Event();
  void raise();
  bool raised() const { return raised_.load(std::memory_order_relaxed); }
  int descriptor() const { return descriptor_.number(); }

 private:
  std::atomic<bool> raised_ = false;
  Descriptor descriptor_;
};

}  // namespace tsg
