// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "engine/model/resolution.h"

namespace tsg {

// What makes a resolution a finding: `--fail-on`.
enum class FailOn : std::uint8_t { Nothing, Open, Provisional, Outcome };

bool is_finding(const Resolution& resolution, FailOn fail_on);

}  // namespace tsg
