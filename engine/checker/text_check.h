// SPDX-License-Identifier: MIT
// Words: misspelled ones, doubled ones, retired ones.
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

void check_words(ArticleView& view);

}  // namespace tsg
