// SPDX-License-Identifier: MIT
// One run of the program in a process of its own, with a fault.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/faults/allocation_fault.h"
#include "tests/faults/write_fault.h"

namespace tsg::faults {

struct Command {
  std::string name = {};
  std::vector<std::string> words = {};  // without "tsg"
  std::string output = {};              // the file named by -o; empty: standard output is compared
};

struct Fault {
  std::uint64_t allocation = 0;  // the n-th is refused; 0: none
  Lasting lasting = Lasting::Once;
  std::uint64_t write = 0;  // the n-th call is met by `how`
  WriteFault how = WriteFault::None;
  int kill_after_us = -1;      // SIGKILL from outside after so many microseconds; -1: never
  std::string stdout_to = {};  // a file to open as standard output; "closed": none; empty: what is compared
};

struct Ending {
  int code = -1;   // exit code; -1 when a signal ended it
  int signal = 0;  // SIGALRM: it did not end within 20 seconds
  AllocationCount allocations = {};
  std::uint64_t writes = 0;
  bool leak_found = false;  // by LeakSanitizer, in a sanitized build
  std::string output = {};  // bytes of the file, or of standard output
  std::string messages = {};
};

// REQUIRES: this process has one thread
Ending run(const Command& command, const Fault& fault);

// Runs the command in this process, so that what libraries keep for good has been made.
void warm_up(const Command& command);

}  // namespace tsg::faults
