// SPDX-License-Identifier: MIT
// Whole files in and out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/text/atomic_file.h"
#include "engine/text/result.h"

namespace tsg {

// The bytes of a regular file of at most `max_bytes`. A folder, a device, a larger or an unreadable file is
// an error that names the path.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

// Standard input to its end, at most `max_bytes`.
Result<std::string> read_standard_input(std::size_t max_bytes);

// Writes `bytes` so that `path` holds either what it held before or all of them: a temporary file in the same
// folder, synced, renamed over `path`, the folder synced. On an error `path` is as it was.
Result<Written> write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace tsg
