// SPDX-License-Identifier: MIT
// The command lines that are run with faults.
#pragma once

#include <string>
#include <vector>

#include "tests/faults/trial.h"

namespace tsg::faults {

// For refused allocations: between them they read every format and write HTML, Markdown and JSON. `folder`
// takes what they write. They run in the folder of the sources.
std::vector<Command> allocating_commands(const std::string& folder);

// For failing writes: `-o` in every format of output.
std::vector<Command> writing_commands(const std::string& folder);

}  // namespace tsg::faults
