// SPDX-License-Identifier: MIT
// All that a site is made of, read from a pack: published articles and guides, finished.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"
#include "renderers/site/published_article.h"
#include "renderers/site/published_guide.h"
#include "renderers/site/site_memory.h"

namespace tsg {

struct SiteOptions {
  Audience audience = Audience::Customer;
  std::vector<std::string> clouds = {};          // articles for one of them; empty: for any
  std::string address = {};                      // instead of the settings' own
  std::string locale = {};                       // one of the pack's; empty: its first
  std::optional<BrokenLinks> broken_links = {};  // instead of the settings' own
  std::size_t threads = 1;
  const SiteMemory* memory = nullptr;  // of a former reading; borrowed
};

struct SiteSource {
  Pack pack = {};                     // its settings only
  std::string locale = "en";          // the readers' language
  std::string default_locale = "en";  // that of articles without a translation
  std::vector<std::shared_ptr<const PublishedArticle>> articles = {};  // with a page of their own, by path
  std::vector<std::shared_ptr<const PublishedGuide>> guides = {};      // published ones, by id
  Diagnostics diagnostics = {};
  // What the next reading of the same purpose may find: articles without a fault, that include no other file.
  std::map<std::string, RememberedArticle, std::less<>> remembered = {};
  std::size_t reused = 0;
  std::int64_t begun_ns = 0;
};

// What articles of a site depend on besides their files; the purpose of a SiteMemory.
std::string site_purpose(const std::string& root, const SiteOptions& options, std::string_view version);

SiteSource read_site(const std::string& root, const SiteOptions& options);

}  // namespace tsg
