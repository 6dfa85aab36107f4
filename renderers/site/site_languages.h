// SPDX-License-Identifier: MIT
// A site in several languages, each of them a Site: joined, so that pages lead to each other.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "renderers/site/site.h"

namespace tsg {

// All that a build or a preview shows of a pack.
struct SiteReading {
  std::vector<Site> sites = {};  // the default language first, joined; one when the options name a locale
  Diagnostics diagnostics = {};  // each once, those of links among them
  std::map<std::string, RememberedArticle, std::less<>> remembered = {};
  std::int64_t begun_ns = 0;
};

// `options.memory` must be of the same purpose (site_purpose). A locale that the pack has not is an error,
// and there is no site.
SiteReading read_sites(const std::string& root, const SiteOptions& options);

// REQUIRES: each has a locale of its own; the first is the default one. Addresses with a host become those of
// the language's own folder.
void join_languages(std::vector<Site>& sites);

// The address of a page from the root of all languages: "de/articles/x.html".
std::string address_from_root(const Site& site, const std::string& address);

// The same page in another language, else that language's home page; seen from `page`.
std::string other_language(const Site& site, const SiteLanguage& other, const SitePage& page);

}  // namespace tsg
