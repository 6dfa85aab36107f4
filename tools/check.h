// SPDX-License-Identifier: MIT
// `tsg check`: articles, packs and whole repositories held against what authors get wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/code.h"
#include "tools/console.h"

namespace tsg {

enum class ReportFormat : std::uint8_t { Terminal, Short, Json, JsonLines, Sarif, GitHub, JUnit };
enum class FixMode : std::uint8_t { Report, Apply };
enum class WatchMode : std::uint8_t { Once, Watch };

struct CheckCommand {
  std::vector<std::string> paths = {};  // files and folders; empty: the working folder
  ReportFormat format = ReportFormat::Terminal;
  Severity level = Severity::Warning;  // the lowest that is shown
  std::optional<std::size_t> max_warnings = {};
  FixMode fix = FixMode::Report;
  WatchMode watch = WatchMode::Once;
  std::size_t threads = 0;  // 0: one a core
  std::string output = {};
};

// Findings: an error was found, or more warnings than --max-warnings allows.
ExitCode check(const CheckCommand& command, const Console& console);

}  // namespace tsg
