// SPDX-License-Identifier: MIT
#include "tests/faults/write_fault.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>

namespace tsg::faults {

namespace {

enum class Call : std::uint8_t { Write, Other };

std::atomic<bool> counting = false;
std::atomic<std::uint64_t> calls = 0;
std::atomic<std::uint64_t> failing_nth = 0;
std::atomic<WriteFault> failing = WriteFault::None;

[[noreturn]] void die() {
  ::kill(::getpid(), SIGKILL);
  while (true) ::pause();
}

bool open_for_writing(int descriptor) {
  const int flags = ::fcntl(descriptor, F_GETFL);
  return flags >= 0 && (flags & O_ACCMODE) != O_RDONLY;
}

// What happens to this call.
WriteFault next_fault() {
  if (!counting) return WriteFault::None;
  const std::uint64_t number = ++calls;
  const WriteFault fault = failing;
  if (fault == WriteFault::Dribble) return fault;
  if (fault == WriteFault::Short && number == failing_nth + 1) return WriteFault::Full;
  return number == failing_nth ? fault : WriteFault::None;
}

WriteFault next_fault(int descriptor) {
  return open_for_writing(descriptor) ? next_fault() : WriteFault::None;
}

int error_of(WriteFault fault, Call call) {
  switch (fault) {
    case WriteFault::Full:
      return ENOSPC;
    case WriteFault::Broken:
      return EIO;
    case WriteFault::Short:
      return call == Call::Write ? 0 : ENOSPC;
    case WriteFault::Interrupted:
      return call == Call::Write ? EINTR : 0;
    case WriteFault::None:
    case WriteFault::Dribble:
    case WriteFault::KillBefore:
    case WriteFault::KillAfter:
      return 0;
  }
  return 0;
}

// Runs `call` as `fault` has it.
template <typename Made>
long met(WriteFault fault, Call kind, Made call) {
  if (fault == WriteFault::KillBefore) die();
  if (const int error = error_of(fault, kind)) {
    errno = error;
    return -1;
  }
  const long result = call();
  if (fault == WriteFault::KillAfter) die();
  return result;
}

}  // namespace

void fail_write(std::uint64_t nth, WriteFault fault) {
  calls = 0;
  failing_nth = nth;
  failing = fault;
  counting = true;
}

std::uint64_t stop_failing_writes() {
  counting = false;
  return calls;
}

}  // namespace tsg::faults

using namespace tsg::faults;

extern "C" {

ssize_t write(int descriptor, const void* bytes, std::size_t size) {
  const WriteFault fault = next_fault(descriptor);
  const bool one = size > 0 && (fault == WriteFault::Short || fault == WriteFault::Dribble);
  return met(fault, Call::Write, [&] { return ::syscall(SYS_write, descriptor, bytes, one ? 1 : size); });
}

int fsync(int descriptor) {
  return static_cast<int>(
      met(next_fault(descriptor), Call::Other, [&] { return ::syscall(SYS_fsync, descriptor); }));
}

int fchmod(int descriptor, mode_t mode) {
  return static_cast<int>(
      met(next_fault(descriptor), Call::Other, [&] { return ::syscall(SYS_fchmod, descriptor, mode); }));
}

// A close that fails has closed all the same.
int close(int descriptor) {
  const WriteFault fault = next_fault(descriptor);
  if (error_of(fault, Call::Other) != 0) ::syscall(SYS_close, descriptor);
  return static_cast<int>(met(fault, Call::Other, [&] { return ::syscall(SYS_close, descriptor); }));
}

int rename(const char* from, const char* to) noexcept {
  return static_cast<int>(met(next_fault(), Call::Other,
                              [&] { return ::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0); }));
}

}  // extern "C"
