// SPDX-License-Identifier: MIT
// `tsg test`: the scenarios of guides, what they cover, and what they would not notice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/console.h"

namespace tsg {

enum class TestFormat : std::uint8_t { Terminal, Json, JUnit };
enum class UpdateMode : std::uint8_t { Compare, Rewrite };
enum class CoverageMode : std::uint8_t { None, Report };
enum class MutationMode : std::uint8_t { None, Mutate };

struct TestCommand {
  std::string pack = {};                 // a folder inside the pack; empty: the working folder
  std::vector<std::string> guides = {};  // empty: all of the pack
  std::string scenario = {};             // empty: all
  UpdateMode update = UpdateMode::Compare;
  CoverageMode coverage = CoverageMode::None;
  std::optional<double> least_coverage = {};  // percent, of each kind
  MutationMode mutation = MutationMode::None;
  std::optional<double> least_score = {};  // percent of the changes that must be noticed
  TestFormat format = TestFormat::Terminal;
  std::string output = {};
  std::size_t jobs = 0;  // 0: one a core
};

// Findings: a scenario failed, there was none, or a share is lower than asked for.
ExitCode test(const TestCommand& command, const Console& console);

}  // namespace tsg
