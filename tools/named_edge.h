// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "engine/model/guide.h"

namespace tsg {

// An edge of a step as Visit::edge names it: "next.yes", "on.unknown".
struct NamedEdge {
  std::string name = {};
  const Edge* edge = nullptr;  // borrows the step
};

// In the author's order, `on` behind `next`.
std::vector<NamedEdge> edges_of(const Step& step);

}  // namespace tsg
