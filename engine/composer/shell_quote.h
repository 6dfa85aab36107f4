// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace tsg {

// An argument list as a line for a POSIX shell that runs exactly these arguments: 'it'\''s'. Arguments of
// harmless characters, {name} parts included, stay bare. A first argument with `=` is quoted, so that it is
// no assignment.
std::string shell_line(const std::vector<std::string>& arguments);

}  // namespace tsg
