// SPDX-License-Identifier: MIT
// Takes an article's leading H1 from its body, so that a page can put it where its own headings want it.
#pragma once

#include "engine/model/segment.h"

namespace tsg {

struct SplitArticle {
  CompiledArticle heading = {};  // the H1's content in all three forms; forms without a leading H1 are empty
  CompiledArticle body = {};
};

// The H1 is taken only where all forms that have content begin with one; else the body is the whole article.
SplitArticle split_heading(CompiledArticle article);

}  // namespace tsg
