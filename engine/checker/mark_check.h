// SPDX-License-Identifier: MIT
// Placeholders and sections: what is wrong with them beyond their tokens, which the reader of articles
// judges.
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

void check_placeholders(ArticleView& view);
void check_sections(ArticleView& view);

}  // namespace tsg
