// SPDX-License-Identifier: MIT
// What the search page shows of a page it found. A record is made from the page alone, so that an incremental
// build can keep it beside the page's terms.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "renderers/search/search_document.h"

namespace tsg {

// Characters of summary and text that a record keeps for excerpts.
inline constexpr std::size_t search_excerpt_characters = 240;

// JSON: ["title","ref","excerpt","service","type"]. The excerpt is the summary, then the text, in one line,
// cut between words and ended with U+2026 where more follows.
std::string make_search_record(const SearchDocument& document);

// JSON: the list of these records, in the order of the index's documents.
std::string make_search_records(std::span<const std::string> records);

}  // namespace tsg
