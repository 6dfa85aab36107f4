// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tsg {

// `text` for a message: at most `max_bytes` of it, cut between characters, "..." where it was cut.
std::string excerpt(std::string_view text, std::size_t max_bytes = 120);

}  // namespace tsg
