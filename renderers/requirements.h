// SPDX-License-Identifier: MIT
// What a guide can read, for people and for programs (docs/command-line.md, `tsg requires`).
#pragma once

#include <string>

#include "engine/model/requirements.h"

namespace tsg {

std::string requirements_text(const Requirements& requirements);
std::string requirements_json(const Requirements& requirements);

// "24h", "90s"
std::string age_text(std::int64_t seconds);

}  // namespace tsg
