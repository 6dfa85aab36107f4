// SPDX-License-Identifier: MIT
// What must hold of every output, whatever went in.
#pragma once

#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace tsg::fuzz {

// No control byte but tabs and line ends, no bidirectional control, UTF-8 throughout.
void require_terminal_text(std::string_view text);
// Every element is closed where it was opened, void ones apart.
void require_whole_html(std::string_view html);
// Each can be shown: its text is terminal text, and its range lies within a file of `file_bytes` when it is
// of `file`.
void require_showable(const Diagnostics& diagnostics, std::string_view file, std::size_t file_bytes);

}  // namespace tsg::fuzz
