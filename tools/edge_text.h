// SPDX-License-Identifier: MIT
// Where an edge's target stands in the text of guide.toml, and a step put on that edge.
#pragma once

#include <optional>
#include <string>

#include "engine/model/guide.h"

namespace tsg {

// `text` with the edge leading to step `step`, and `table`, the step's own, behind those of the other steps.
// Nothing when the target does not stand behind the edge's key as a plain string. REQUIRES: `edge` was read
// from `text`
std::optional<std::string> with_step_on(const std::string& text, const Edge& edge, const std::string& step,
                                        const std::string& table);

}  // namespace tsg
