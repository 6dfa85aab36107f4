// SPDX-License-Identifier: MIT
// A way through a guide, told step by step.
#pragma once

#include <string>
#include <vector>

#include "engine/checker/contracts.h"
#include "engine/checker/walk_graph.h"
#include "engine/diagnostics/diagnostic.h"

namespace tsg {

// "`scope` -yes, by rule-> `sku`"
std::string way_words(const WalkGraph& graph, const Way& way);

// One note for each way, at its line of guide.toml. Of a long way the middle is left out, and a note says so.
std::vector<Note> notes_of(const WalkGraph& graph, const std::vector<std::size_t>& ways);

// The line of the rule's file where `member` of its table ("provides") begins; else its first line.
Place place_in_rule(const Pack& pack, const RuleContract& contract, std::string_view member);

}  // namespace tsg
