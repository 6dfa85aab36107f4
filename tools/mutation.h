// SPDX-License-Identifier: MIT
// Whether the scenarios of guides notice when a rule or an edge is changed (docs/testing.md). Nothing is
// written: changed rules and trees live in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <tuple>

#include "renderers/test_report.h"
#include "tools/tested_guide.h"

namespace tsg {

// How many of how many changes were tried.
using MutationProgress = std::function<void(std::size_t, std::size_t)>;

// Collects over guides: a change of a rule that two of them share is noticed when either notices it.
class Mutation {
 public:
  // REQUIRES: the run is of this guide with Observe::Everything, and all its scenarios passed
  void add(TestedGuide& guide, const GuideRun& run, std::size_t jobs, const MutationProgress& progress);
  // Survivors in the order of files and lines.
  MutationScore score() const;

 private:
  struct Fate {
    bool noticed = false;
    bool reached = false;
  };
  using Name =
      std::tuple<std::string, std::uint32_t, std::uint32_t, std::string>;  // file, line, column, change

  std::map<Name, std::pair<Place, Fate>> fates_ = {};
};

}  // namespace tsg
