// SPDX-License-Identifier: MIT
// Every allocation of the process, counted, and one of them refused.
//
// The source defines malloc and its family and the global operator new. A definition in the program comes
// before those of its libraries, so blocks that Lua, cmark-gfm, RE2, libstdc++ or the dynamic loader ask for
// are counted too. Under AddressSanitizer blocks are handed on to its allocator, which still sees every one.
#pragma once

#include <cstdint>

namespace tsg::faults {

enum class Lasting : std::uint8_t {
  Once,        // one allocation is refused, the next ones are not
  FromThenOn,  // memory has run out: no allocation succeeds any more
};

struct AllocationCount {
  std::uint64_t asked = 0;  // allocations since refuse_allocation
  std::int64_t live = 0;    // blocks that were made since and not freed, less older ones that were freed
};

// Refuses the `nth` allocation from now, the first being 1; 0 refuses none. Counts from now.
void refuse_allocation(std::uint64_t nth, Lasting lasting);
// Refuses no more and gives what was counted.
AllocationCount stop_refusing_allocations();

}  // namespace tsg::faults
