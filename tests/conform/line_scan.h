// SPDX-License-Identifier: MIT
// How a reader of lines sees code fences: what explains that it misses headings which the Markdown tree has.
#pragma once

#include <cstdint>
#include <set>
#include <string_view>

namespace tsg::conform {

// The 1-based lines that such a reader takes for fenced code. A fence opens behind at most three blanks,
// whatever list it stands in, and closes at a line of nothing else behind at most three blanks; a trailing
// blank keeps it open.
std::set<std::uint32_t> fenced_lines(std::string_view text);

}  // namespace tsg::conform
