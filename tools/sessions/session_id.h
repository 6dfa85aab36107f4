// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "engine/text/result.h"

namespace tsg {

// 128 bits of the kernel's randomness as 26 characters of Crockford's base 32, lower case: digits and letters
// without i, l, o, u. Nobody guesses one, and two are never equal.
Result<std::string> make_session_id();

}  // namespace tsg
