// SPDX-License-Identifier: MIT
// Links of articles to other pages: where they lead, and which lead nowhere.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/site/site.h"

namespace tsg {

// "guides/vpn/scope.html", "index.html" -> "../../index.html"; an address with a scheme stays.
std::string relative_address(std::string_view from, std::string_view to);

// The article's body for its page: links to files of the pack lead to their pages, pictures to their copies,
// and headings carry the ids they had once. What leads nowhere loses its address.
std::string linked_body(const Site& site, const PublishedArticle& article, std::string_view page);

// Every link that leads to no page, to no heading or to no picture, with its place in the article; errors or
// warnings, as [site] says. `root` is the pack's folder.
Diagnostics check_links(const Site& site, const std::string& root);

}  // namespace tsg
