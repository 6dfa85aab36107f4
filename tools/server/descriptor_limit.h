// SPDX-License-Identifier: MIT
// How many files, sockets among them, this process may hold open (RLIMIT_NOFILE).
// Tested by descriptor_limit_test.cpp.
#pragma once

#include <cstddef>

namespace tsg::web {

// Raises the soft limit of the process to `wanted`, as far as its hard limit allows; one that is higher
// already stays. Gives the limit that holds now.
std::size_t allow_descriptors(std::size_t wanted);

}  // namespace tsg::web
