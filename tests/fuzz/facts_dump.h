// SPDX-License-Identifier: MIT
// All that facts hold, as text: every cell that can be reached, with its path, state and value.
#pragma once

#include <string>

#include "engine/model/facts.h"

namespace tsg::fuzz {

std::string dump(const Facts& facts);

}  // namespace tsg::fuzz
