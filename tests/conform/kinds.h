// SPDX-License-Identifier: MIT
// The conformance kinds, one function and one file each. Each prints what differs and closes with `N passed, N failed`.
#pragma once

#include <string>
#include <vector>

namespace tsg::conform {

using Arguments = std::vector<std::string>;

int run_articles(const Arguments& arguments);
int run_scenarios(const Arguments& arguments);
int run_deletions(const Arguments& arguments);

}  // namespace tsg::conform
