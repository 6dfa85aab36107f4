// SPDX-License-Identifier: MIT
// A drafted guide as its guide.toml: traces and doubts are comments beside what they are about.
#pragma once

#include <string>

#include "engine/model/draft_guide.h"

namespace tsg {

std::string draft_toml(const DraftGuide& draft);

}  // namespace tsg
