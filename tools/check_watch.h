// SPDX-License-Identifier: MIT
// `tsg check --watch`: checks again what was written, and what depends on it, until Ctrl-C.
#pragma once

#include <cstddef>

#include "engine/diagnostics/code.h"
#include "tools/check_scope.h"
#include "tools/console.h"

namespace tsg {

// Files that appear or go are taken in and left out; a change of a rule, a guide or a catalogue checks its
// pack again. Prints the findings of all, then after each change those of the files whose findings changed,
// and the time it took. Ends with a signal; an exit code only when nothing can be watched.
ExitCode watch(const CheckScope& scope, std::size_t threads, Severity level, const Console& console);

}  // namespace tsg
