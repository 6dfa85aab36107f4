// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

namespace tsg {

// The same JSON value: members in any order, names exact, 1 equal to 1.0. O(n log n).
bool equal_json(simdjson::dom::element a, simdjson::dom::element b);

}  // namespace tsg
