// SPDX-License-Identifier: MIT
// A planned site and a theme to the bytes of pages.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/site/site.h"
#include "renderers/site/site_assets.h"
#include "renderers/site/theme.h"
#include "renderers/template/template_set.h"

namespace tsg {

// A theme made ready: templates compiled, names held against those that a site has.
struct ReadyTheme {
  TemplateSet templates = {};
  Theme theme = {};
  Diagnostics diagnostics = {};
};

ReadyTheme ready_theme(Theme theme);

// Pages may be rendered by several threads. Borrows both, which must outlive it.
class SiteRenderer {
 public:
  SiteRenderer(const Site& site, const ReadyTheme& theme);

  // REQUIRES: before the search page is rendered, and while no other page is
  void set_search_index(std::string script);

  const SiteAssets& assets() const { return assets_; }
  std::string render(const SitePage& page) const;

 private:
  const Site& site_;
  const ReadyTheme& theme_;
  SiteAssets assets_ = {};
  std::map<std::size_t, TemplateValue> site_values_ = {};  // by the depth of a page
};

}  // namespace tsg
