// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace tsg {

// What the program tells the shell (docs/command-line.md).
enum class ExitCode : std::uint8_t {
  Done = 0,           // open questions included, unless --fail-on names them
  Findings = 1,       // tests failed, or what --fail-on names happened
  Usage = 2,          // a wrong command line, an unknown guide
  Unreadable = 3,     // input that cannot be read or compiled
  Machine = 4,        // a full disk, a file that cannot be opened or written
  Interrupted = 130,  // by Ctrl-C; as a shell counts a program that SIGINT ends
  Terminated = 143,   // by SIGTERM
};

constexpr int to_int(ExitCode code) {
  return static_cast<int>(code);
}

}  // namespace tsg
