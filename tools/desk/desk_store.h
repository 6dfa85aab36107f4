// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "engine/text/result.h"
#include "tools/sessions/session_store.h"

namespace tsg {

// Opens the store at `path`, or the usual one when it is empty; makes its folder and it when they are not
// there.
Result<SessionStore> open_desk_store(const std::string& path);

}  // namespace tsg
