// SPDX-License-Identifier: MIT
// The tables of a store (docs/sessions.md), and whether a file is one.
#pragma once

#include <chrono>

#include "tools/sessions/connection.h"

namespace tsg {

inline constexpr int session_store_format = 1;

// Makes the tables in an empty file; otherwise holds the file to this format. Throws StoreFault for a file
// that is no store, a damaged or changed one, one of a newer format; such a file stays as it is.
void open_schema(Connection& connection, std::chrono::milliseconds patience);

}  // namespace tsg
