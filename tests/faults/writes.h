// SPDX-License-Identifier: MIT
// Fails every call that writes a command's output in turn, and kills the program while it writes.
#pragma once

#include <string>

namespace tsg::faults {

// `folder` is empty and takes what the commands write. True when every trial ended as it must: the former
// output whole, no file left beside it, exit code 4 and a message that names the file and the reason.
bool fail_writes(const std::string& folder);

// Kills at each call, before and after it, and `rounds` times at any moment. True when the output was always
// the former bytes or the new ones.
bool kill_writers(const std::string& folder, int rounds);

}  // namespace tsg::faults
