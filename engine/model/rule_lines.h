// SPDX-License-Identifier: MIT
// Which lines of rule files there are to run, and which did. Recorded only where a test asks for it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tsg {

struct FileLines {
  std::vector<std::uint32_t> code = {};  // lines with code inside functions, ascending
  std::vector<bool> run = {};            // by line: something of it ran
  bool has_run(std::uint32_t line) const { return line < run.size() && run[line]; }
};

// By the file's path, as in RuleSource::file.
using RuleLines = std::map<std::string, FileLines>;

}  // namespace tsg
