// SPDX-License-Identifier: MIT
// Compares two JSON values member by member.
#pragma once

#include <simdjson.h>

#include <set>
#include <string>

#include "tests/conform/tally.h"

namespace tsg::conform {

// Tells `tally` of every place where they differ. Members of objects compare in any order; `skipped` are
// paths, such as "jsonBody.strict", that are not compared.
void compare_json(const std::string& path, simdjson::dom::element expected, simdjson::dom::element got,
                  const std::set<std::string>& skipped, Tally& tally);

}  // namespace tsg::conform
