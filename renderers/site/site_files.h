// SPDX-License-Identifier: MIT
// The files of a site that are no pages.
#pragma once

#include <string>
#include <vector>

#include "renderers/site/site.h"
#include "renderers/site/site_renderer.h"

namespace tsg {

struct SiteFile {
  std::string address = {};
  std::string bytes = {};
};

// Style, scripts, pictures, drawings of guides, sitemap.xml (with an address only: it holds whole ones) and
// robots.txt.
std::vector<SiteFile> other_files(const Site& site, const SiteRenderer& renderer);

}  // namespace tsg
