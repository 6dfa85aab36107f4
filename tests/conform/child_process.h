// SPDX-License-Identifier: MIT
// This program run again as a child, so that what it does to its memory and its process is its own.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tsg::conform {

struct ChildEnd {
  int exit_code = -1;           // -1: a signal ended it
  int signal = 0;               // that ended it; SIGKILL also when it ran into the time given
  std::string output = {};      // what it wrote to standard output
  double milliseconds = 0;      // from its start to its end
  double cpu_milliseconds = 0;  // what it computed: other programs do not count
  std::size_t peak_rss = 0;     // bytes
};

// Runs the program that is running now with `words`; `environment` ("NAME=value") is added to its own.
// Throws std::system_error when there can be no child.
ChildEnd run_self(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                  int most_seconds);

}  // namespace tsg::conform
