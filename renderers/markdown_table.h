// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "engine/model/segment.h"

namespace tsg {

// Whether the slot segments[at] of an article's Markdown stands in a row of a pipe table: in its own block of
// lines there is a delimiter row (| --- | :-: |), above it or just below. Linear in the article.
bool stands_in_table(const Segments& segments, std::size_t at);

}  // namespace tsg
