// SPDX-License-Identifier: MIT
// Finds the place of a value in a JSON text by counting.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/text/place.h"

namespace tsg {

// `ordinals` leads from the outermost value down: the 0-based number of a member or item, each counted from
// the beginning of its object or array as it is written. Gives the range of the member's name where the last
// one is a member, else that of the first token of the item. REQUIRES: text is JSON and the way exists; else
// the range is empty
ByteRange locate_in_json(std::string_view text, std::span<const std::uint32_t> ordinals);

}  // namespace tsg
