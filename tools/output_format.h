// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace tsg {

enum class OutputFormat : std::uint8_t { Terminal, Html, Fragment, Markdown, Json, JsonLines };

}  // namespace tsg
