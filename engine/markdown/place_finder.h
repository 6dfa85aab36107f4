// SPDX-License-Identifier: MIT
// How the compiler, which sees only a body, learns the file's name, lines and offsets.
#pragma once

#include <cstddef>
#include <functional>

#include "engine/text/place.h"

namespace tsg {

// The place of the bytes [begin, end) of the body.
using PlaceFinder = std::function<Place(std::size_t begin, std::size_t end)>;

}  // namespace tsg
