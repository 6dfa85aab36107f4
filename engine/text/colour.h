// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace tsg {

// Whether text for a terminal may hold escape sequences for colour.
enum class Colour : std::uint8_t { Never, Always };

}  // namespace tsg
