// SPDX-License-Identifier: MIT
// Collects the messages about one body.
#pragma once

#include <cstddef>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/markdown/place_finder.h"

namespace tsg {

// Borrows the finder, which must outlive it.
class Reporter {
 public:
  explicit Reporter(const PlaceFinder& place) : place_(place) {}

  // A message at a range of the body. Those behind `most_messages` are only counted.
  void report(const Code& code, ByteRange range, std::string message, std::string help);
  // True when no more messages are taken, so that nobody has to look for their places.
  bool full() const { return diagnostics_.size() >= most_messages; }
  Diagnostics take();

  static constexpr std::size_t most_messages = 200;

 private:
  const PlaceFinder& place_;
  Diagnostics diagnostics_;
  std::size_t left_out_ = 0;
  Severity worst_left_out_ = Severity::Info;
};

}  // namespace tsg
