// SPDX-License-Identifier: MIT
// Facts held against a plain reading of the same JSON by nlohmann-json: states and values of every cell. Only
// for texts where the plain reading is plain: no member given twice (without case), none called `properties`
// or `value`.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "engine/model/facts.h"

namespace tsg::fuzz {

// Nothing when the text is not plain as said above, or holds what nlohmann-json and tsg bound differently:
// nesting near limits::facts_depth, integers of 19 digits and more, NUL bytes.
std::optional<nlohmann::json> plain_json(std::string_view text);

// REQUIRES: `facts` were read from the text that `root` was read from, which is an object
void require_facts_say(const Facts& facts, const nlohmann::json& root);

}  // namespace tsg::fuzz
