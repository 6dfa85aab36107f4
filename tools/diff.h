// SPDX-License-Identifier: MIT
// `tsg diff`: what changed between two resolutions.
#pragma once

#include <string>

#include "engine/composer/composed.h"
#include "tools/console.h"
#include "tools/output_format.h"

namespace tsg {

struct DiffCommand {
  std::string before = {};  // files with resolutions as JSON; one of them may be "-"
  std::string after = {};
  OutputFormat format = OutputFormat::Terminal;  // or Markdown, Json, Fragment
  Audience audience = Audience::Agent;
  std::string output = {};
  int width = 0;
};

// Done when the results are the same, Findings when they differ.
ExitCode diff(const DiffCommand& command, const Console& console);

}  // namespace tsg
