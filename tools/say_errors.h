// SPDX-License-Identifier: MIT
#pragma once

#include "tools/console.h"

namespace tsg {

// Says only the errors: what an author should look at besides belongs to `tsg check`.
inline void say_errors(const Diagnostics& diagnostics, const Console& console) {
  Diagnostics errors;
  for (const Diagnostic& each : diagnostics) {
    if (each.severity == Severity::Error) errors.push_back(each);
  }
  console.say(errors);
}

}  // namespace tsg
