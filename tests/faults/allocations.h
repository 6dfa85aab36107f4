// SPDX-License-Identifier: MIT
// Refuses every allocation of a command in turn and judges how it ends.
#pragma once

#include <chrono>
#include <string>

namespace tsg::faults {

struct Effort {
  std::chrono::milliseconds most{0};  // a command gets no more time; 0: every allocation is refused
};

// Prints a line for each command and how faults are laid. True when no trial ended in a way it may not.
bool refuse_allocations(const std::string& folder, Effort effort);

}  // namespace tsg::faults
