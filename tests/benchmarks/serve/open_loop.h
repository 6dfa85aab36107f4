// SPDX-License-Identifier: MIT
// Open loop: a request is due at its time whether or not earlier ones were answered, and its latency counts
// from then, so that a server that stalls is charged for all who would have asked meanwhile.
#pragma once

#include <cstddef>
#include <string>

#include "tests/benchmarks/serve/scenario.h"
#include "tests/benchmarks/serve/target.h"

namespace tsg::load {

struct Pace {
  std::size_t clients = 1;    // each with a connection of its own, and one request a period
  double period_seconds = 1;  // the clients' first requests are spread evenly over it
  double seconds = 10;
  double warm_up_seconds = 0;  // before; not counted
};

struct Outcome {
  std::size_t answers = 0;
  std::size_t errors = 0;  // wrong answers, connections that ended, and requests never answered
  double seconds = 0;
  double p50_ms = 0, p95_ms = 0, p99_ms = 0, max_ms = 0;
  double rate() const { return seconds > 0 ? static_cast<double>(answers) / seconds : 0; }
};

Outcome run_open_loop(const Target& target, const MakeScenario& make, const Pace& pace);

// "rate 500.0/s p50 0.21 ms p95 ... errors 0"
std::string text_of(const Outcome& outcome);

}  // namespace tsg::load
