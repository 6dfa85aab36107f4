// SPDX-License-Identifier: MIT
// Every system call that puts bytes into a file, counted, and one of them made to fail.
//
// The source defines write, fsync, fchmod, close (of descriptors open for writing) and rename; a definition
// in the program comes before the C library's. What stdio writes does not come by here: /dev/full and closed
// descriptors stand for its faults.
#pragma once

#include <cstdint>

namespace tsg::faults {

enum class WriteFault : std::uint8_t {
  None,
  Full,         // ENOSPC
  Broken,       // EIO
  Short,        // write takes one byte, then is full: ENOSPC
  Dribble,      // write takes one byte at a time, all goes well
  Interrupted,  // EINTR once
  KillBefore,   // SIGKILL before the call
  KillAfter,    // SIGKILL after the call
};

// Meets the `nth` call from now, the first being 1, with `fault`. Counts from now.
void fail_write(std::uint64_t nth, WriteFault fault);
// Calls since fail_write.
std::uint64_t stop_failing_writes();

}  // namespace tsg::faults
