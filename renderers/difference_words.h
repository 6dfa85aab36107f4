// SPDX-License-Identifier: MIT
// What the formats of a difference say alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/resolution_difference.h"
#include "renderers/words.h"

namespace tsg {

StateWords words_of(ChangeKind kind);
std::string_view heading_of(ComparedPart part);  // "Outcomes"

// "The result is the same." or "The result differs: 1 outcome, 3 steps."
std::string difference_headline(const ResolutionDifference& difference);
// "The same are 1 outcome, 12 steps, 14 facts."; empty when nothing is.
std::string same_sentence(const ResolutionDifference& difference);

// One side of a line, cut when it is long; "nothing" where there was none.
std::string shown_side(const std::optional<std::string>& side);

// The lines that readers see of an item: of a gone or new one its answer alone.
std::vector<ChangedLine> shown_lines(const ChangedItem& item);

// The title, unless the name says the same.
std::string shown_title(const ChangedItem& item);

}  // namespace tsg
