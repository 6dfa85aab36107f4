// SPDX-License-Identifier: MIT
// `tsg requires`: the facts a guide can read, and a script that gathers them.
#pragma once

#include <cstdint>
#include <string>

#include "tools/console.h"

namespace tsg {

enum class RequirementsFormat : std::uint8_t { Text, Json, Script };

struct RequirementsCommand {
  std::string pack = {};
  std::string guide = {};
  RequirementsFormat format = RequirementsFormat::Text;
  std::string output = {};
};

ExitCode show_requirements(const RequirementsCommand& command, const Console& console);

}  // namespace tsg
