// SPDX-License-Identifier: MIT
// What the filler of facts finds wrong, before it has a place: the ways down the JSON text are counted, and
// only a message needs to walk them again (json_locator.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/diagnostics/code.h"

namespace tsg {

struct FactsProblem {
  Code code = {};
  std::string message = {};
  std::string help = {};
  std::vector<std::uint32_t> way = {};    // to what is wrong
  std::vector<std::uint32_t> first = {};  // to what it is at odds with; empty when there is nothing
};

}  // namespace tsg
