// SPDX-License-Identifier: MIT
// The English words that lunr 2.3.9 does not index.
#pragma once

#include <string_view>

namespace tsg {

// REQUIRES: word is in lower case
bool is_stop_word(std::string_view word);

}  // namespace tsg
