// SPDX-License-Identifier: MIT
// Components of self-help articles, and links that open a blade of the portal (TSG276 to TSG289).
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

void check_components(ArticleView& view);

}  // namespace tsg
