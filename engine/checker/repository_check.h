// SPDX-License-Identifier: MIT
// What shows only between the articles of a repository. `found` has one entry an article, which is added to.
#pragma once

#include <vector>

#include "engine/checker/content_check.h"

namespace tsg {

// articleIds that two articles share while both serve a cloud, and menus that lead to no article.
void check_identity(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found);
// Two articles that one support topic, product, cloud, tag and client would be routed to.
void check_routing(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found);
// File names that occur twice, and placeholders written in several cases.
void check_names(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found);

}  // namespace tsg
