// SPDX-License-Identifier: MIT
// JSON scalars into cells.
#pragma once

#include <simdjson.h>

#include "engine/model/facts.h"

namespace tsg {

JsonKind json_kind(simdjson::dom::element value);

// Fills `cell` from `value`. An integer may be written 30 or 30.0; a number either way; a date-time is a
// string of RFC 3339. Another kind leaves WrongType, null leaves Null, a string over
// limits::rule_string_bytes Withheld. The cell's text points into the parser of `value`. REQUIRES: type is a
// scalar
void fill_scalar(FactType type, simdjson::dom::element value, FactCell& cell);

void mark_wrong(simdjson::dom::element value, FactCell& cell);

}  // namespace tsg
