// SPDX-License-Identifier: MIT
// A solution of the Help API as JSON, and back: read(write(x)) == x, and write(read(text)) says what text
// said, but for members that are null.
#pragma once

#include <string>
#include <string_view>

#include "renderers/help_api/help_reading.h"
#include "renderers/help_api/help_solution.h"

namespace tsg {

// Without a line end; indent_width 0 writes one line.
std::string help_solution_json(const HelpSolution& solution, int indent_width = 0);

// Unknown members and unknown words of enumerations are kept.
HelpReading<HelpSolution> read_help_solution(std::string_view text);

}  // namespace tsg
