// SPDX-License-Identifier: MIT
// Links, images and addresses, as links of Markdown and as they stand in the text.
#pragma once

#include "engine/checker/article_view.h"

namespace tsg {

// Where addresses lead: hosts, locales, parameters.
void check_addresses(ArticleView& view);
// How links are written.
void check_link_syntax(ArticleView& view);
void check_links(ArticleView& view);

}  // namespace tsg
