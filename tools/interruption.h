// SPDX-License-Identifier: MIT
// Ctrl-C and `kill`, waited for instead of dying of them. The next one kills as usual.
#pragma once

#include <csignal>

#include "engine/text/descriptor.h"
#include "tools/event.h"

namespace tsg {

class Interruption {
 public:
  // From here on SIGINT and SIGTERM wait to be taken by `wait`, in this thread and in those it starts. One
  // that is ignored stays ignored (`nohup`, a shell's background job).
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  // Waits for a signal or for `done`, whichever comes first; gives the signal, else 0.
  int wait(const Event& done);

 private:
  void restore();

  sigset_t before_ = {};
  Descriptor signals_;
  bool restored_ = false;
};

}  // namespace tsg
