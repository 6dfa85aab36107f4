// SPDX-License-Identifier: MIT
// Applies the fixes that a program may apply unasked. Every byte outside their ranges stays as it is, byte
// order mark and line ends included.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/checker/lint_settings.h"
#include "engine/diagnostics/diagnostic.h"

namespace tsg {

struct FixedBytes {
  std::string bytes = {};
  std::size_t applied = 0;
};

// Of fixes that overlap the first is applied, and the others wait for another run over the result.
FixedBytes with_safe_fixes(std::string_view bytes, const Diagnostics& diagnostics);

// Checks and fixes until nothing safe is left; a bounded number of times. `settings` say which rules are off.
FixedBytes fixed_article(const std::string& path, std::string_view bytes, const LintSettings& settings);

}  // namespace tsg
