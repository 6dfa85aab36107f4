// SPDX-License-Identifier: MIT
// Headings, lists, code and the other blocks of an article's Markdown.
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

void check_headings(ArticleView& view);
void check_recommended_headings(ArticleView& view);
void check_lists(ArticleView& view);
void check_blocks(ArticleView& view);

}  // namespace tsg
