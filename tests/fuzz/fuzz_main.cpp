// SPDX-License-Identifier: MIT
// libFuzzer's entry: one program for all targets, because linking takes longer than compiling a target. The
// environment variable TSG_FUZZ_TARGET names the one to run.
//
//   TSG_FUZZ_TARGET=article tsg_fuzz -max_total_time=60 corpus/article
//
// A hang is an input that takes more than a second of the processor's time, sanitizers included: unlike time
// on the clock that does not depend on what else the machine does. libFuzzer's own -timeout, on the clock, is
// for what never ends.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"

namespace {

constexpr double hang_ms = 1000;

double processor_ms() {
  std::timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// libFuzzer's own figure for the slowest unit is in whole seconds.
struct Slowest {
  double ms = 0;
  ~Slowest() { std::fprintf(stderr, "stat::slowest_unit_ms:          %.0f\n", ms); }
};

const tsg::fuzz::Target& wanted_target() {
  const char* const name = std::getenv("TSG_FUZZ_TARGET");
  const tsg::fuzz::Target* const target = tsg::fuzz::find_target(name == nullptr ? "" : name);
  if (target != nullptr) return *target;
  std::fprintf(stderr, "tsg_fuzz: TSG_FUZZ_TARGET must name a target:");
  for (const auto& each : tsg::fuzz::targets) {
    std::fprintf(stderr, " %.*s", static_cast<int>(each.name.size()), each.name.data());
  }
  std::fprintf(stderr, "\n");
  std::exit(2);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const tsg::fuzz::Target& target = wanted_target();
  static Slowest slowest;
  const double start = processor_ms();
  target.run({data, size});
  const double took = processor_ms() - start;
  slowest.ms = std::max(slowest.ms, took);
  tsg::fuzz::require(took <= hang_ms, "an input takes at most a second");
  return 0;
}
