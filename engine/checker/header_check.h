// SPDX-License-Identifier: MIT
// The header's contract: which keys a type must have, and what their values may be. The types, keys and
// grammars are those that are in use (docs/article-format.md).
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

// Keys: unknown ones, other cases, missing and empty ones.
void check_header_keys(ArticleView& view);
// Any value: blanks, lines, entities, template text.
void check_header_values(ArticleView& view);
// The values that have a grammar of their own.
void check_routing_values(ArticleView& view);
void check_identity_values(ArticleView& view);

}  // namespace tsg
