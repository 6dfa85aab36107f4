// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace tsg {

// For every `]` cmark-gfm may look at all brackets that were opened before it in the paragraph (`![[]()` over
// and over: 8.9 s at 256 KB, measured): the sum of those looks, an upper bound. Linear.
std::size_t bracket_looks(std::string_view markdown);

}  // namespace tsg
