// SPDX-License-Identifier: MIT
#include "tools/event.h"

#include <sys/eventfd.h>

namespace tsg {

Event::Event() : descriptor_(::eventfd(0, EFD_CLOEXEC)) {}

void Event::raise() {
  raised_ = true;
  ::eventfd_write(descriptor_.number(), 1);
}

}  // namespace tsg
