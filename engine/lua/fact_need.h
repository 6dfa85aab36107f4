// SPDX-License-Identifier: MIT
// What stands in a verdict when a fact that a rule needed could not be read.
#pragma once

#include <string>

#include "engine/model/facts.h"
#include "engine/model/verdict.h"

namespace tsg::lua {

// "a string", "an integer", "a list", ...
std::string_view expected_type(FactType type);
// "nothing", "an integer", "given twice", "65,540 bytes, more than a rule may read", "gathered 26 h ago,
// allowed 24 h".
std::string found_state(const Facts& facts, NodeIndex node, const FactCell& cell, CellState state);
Need need_of(const Facts& facts, NodeIndex node, std::string path, const FactCell& cell, CellState state);
// A need that a rule named itself: only how to gather its document is known.
Need need_named(const Facts& facts, NodeIndex node, std::string path);

}  // namespace tsg::lua
