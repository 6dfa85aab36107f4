// SPDX-License-Identifier: MIT
// The pages of a site as its search sees them.
#pragma once

#include <cstddef>
#include <string>

#include "renderers/site/site.h"

namespace tsg {

// search-index.js over all articles, guides and outcomes.
std::string make_site_search(const Site& site);

}  // namespace tsg
