// SPDX-License-Identifier: MIT
// The form of a diagnostic that people read:
//
//   error[TSG512]: step `scope` has an edge for `maybe`, which its rule never answers
//     --> guides/application-gateway-502/guide.toml:17:1
//      |
//   17 | next.maybe = "sku"
//      | ^^^^^^^^^^
//   note: the answers are declared here: rules/application-gateway/scope.lua:9
//   help: take the line out, or add `maybe` to `answers`
#pragma once

#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/text/colour.h"

namespace tsg {

// Ends with a line end. Every part that comes from a file is made visible (engine/text/visible.h).
std::string to_text(const Diagnostic& diagnostic, Colour colour);

// "2 errors, 1 warning"; empty when there is nothing.
std::string count_text(const Diagnostics& diagnostics);

std::string_view name_of(Severity severity);  // "error", "warning", "info"

}  // namespace tsg
