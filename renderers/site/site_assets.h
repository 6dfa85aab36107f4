// SPDX-License-Identifier: MIT
// Files that pages fetch, named by their contents so that a browser may keep them for ever.
#pragma once

#include <string>
#include <vector>

namespace tsg {

struct SiteAsset {
  std::string address = {};  // "assets/style-1f0c2a9b3d4e5f60.css"
  std::string bytes = {};
};

struct SiteAssets {
  SiteAsset style = {};
  SiteAsset script = {};  // of every page
  SiteAsset lunr = {};    // the search
  SiteAsset search_index = {};
  SiteAsset search = {};
};

SiteAsset make_asset(const std::string& name, const std::string& ending, std::string bytes);

}  // namespace tsg
