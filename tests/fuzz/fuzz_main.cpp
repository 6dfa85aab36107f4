// SPDX-License-Identifier: MIT
// libFuzzer's entry: one program for all targets, because linking takes longer than compiling a target. The
// environment variable TSG_FUZZ_TARGET names the one to run.
//
//   TSG_FUZZ_TARGET=article tsg_fuzz -max_total_time=60 corpus/article
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/target.h"

namespace {

using Clock = std::chrono::steady_clock;

// libFuzzer's own figure for the slowest unit is in whole seconds.
struct Slowest {
  double milliseconds = 0;
  ~Slowest() { std::fprintf(stderr, "stat::slowest_unit_ms:          %.1f\n", milliseconds); }
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
  const Clock::time_point start = Clock::now();
  target.run({data, size});
  const std::chrono::duration<double, std::milli> took = Clock::now() - start;
  slowest.milliseconds = std::max(slowest.milliseconds, took.count());
  return 0;
}
