// SPDX-License-Identifier: MIT
// Secrets that nobody can guess, and how one is compared with what a client sent.
// Tested by token_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "engine/text/result.h"

namespace tsg::web {

// 256 bits from the kernel as base64url without padding (RFC 4648, 5): 43 characters that may stand in a
// path, a query and a cookie as they are.
Result<std::string> random_token();

// Whether both are the same, in a time that depends on the size of `given` alone and not on where they
// differ. The size of the secret is no secret.
bool same_bytes(std::string_view secret, std::string_view given);

}  // namespace tsg::web
