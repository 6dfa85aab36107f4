// SPDX-License-Identifier: MIT
// What templates can say of a page: the values `site` and `page` (docs/site-format.md lists them).
#pragma once

#include <string>
#include <string_view>

#include "renderers/site/site.h"
#include "renderers/site/site_assets.h"
#include "renderers/template/template_names.h"
#include "renderers/template/template_value.h"

namespace tsg {

// All names that templates may use.
const TemplateNames& site_names();

// The template of a kind of page: "article.html".
std::string_view template_of(PageKind kind);

// A record of one member, `site`, for pages whose root is `root`: "", "../", "../../".
TemplateValue site_values(const Site& site, const SiteAssets& assets, std::string_view root);

// A record of one member, `page`.
TemplateValue page_values(const Site& site, const SiteAssets& assets, const SitePage& page);

}  // namespace tsg
