// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "engine/text/place.h"

namespace tsg {

template <typename T>
struct HelpReading {
  std::optional<T> value = {};
  std::string problem = {};   // why there is none: "`properties.steps[3].title` must be a text"
  ByteRange problem_at = {};  // in the text that was read
};

}  // namespace tsg
