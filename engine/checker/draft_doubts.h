// SPDX-License-Identifier: MIT
// Doubts of an import: lines `# doubt: ...` of a guide.toml. Each is a finding until the author takes it out.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace tsg {

inline constexpr std::string_view doubt_mark = "# doubt: ";

Diagnostics check_doubts(const std::string& file, std::string_view text);

}  // namespace tsg
