// SPDX-License-Identifier: MIT
// A site's articles for another program: `tsg build --format fragments` and `--format json`
// (docs/site-format.md).
#pragma once

#include <vector>

#include "renderers/site/site.h"
#include "renderers/site/site_files.h"

namespace tsg {

// An article as `articles/<id>.html`, sanitised HTML to stand in another page below its H1, and
// `articles/<id>.json`, what is known of it; pictures; `index.json`, the list of all.
std::vector<SiteFile> fragment_files(const Site& site);

// `articles/<id>.json` with the words in it, and `index.json`.
std::vector<SiteFile> json_files(const Site& site);

}  // namespace tsg
