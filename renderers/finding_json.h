// SPDX-License-Identifier: MIT
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/text/json_writer.h"

namespace tsg {

// The members of one finding (docs/check-format.md), into an object that is open.
void write_finding(JsonWriter& json, const Diagnostic& diagnostic);

}  // namespace tsg
