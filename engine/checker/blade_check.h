// SPDX-License-Identifier: MIT
// Links that open a blade of the portal, and buttons.
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

void check_blade_links(ArticleView& view);

}  // namespace tsg
