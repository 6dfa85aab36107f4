// SPDX-License-Identifier: MIT
// A loaded pack: guides, rules, catalogues and articles, finished and const.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"
#include "engine/model/guide.h"
#include "engine/model/portal.h"
#include "engine/model/rule.h"
#include "engine/model/site_settings.h"

namespace tsg {

struct Pack {
  std::string id = {};
  std::string version = {};
  std::string title = {};
  std::string root = {};  // the folder of tsg.toml
  std::vector<std::string> clouds = {};
  std::vector<std::string> audiences = {};
  std::vector<std::string> locales = {};
  PortalSettings portal = {};  // [portal]
  SiteSettings site = {};      // [site]
  // [check]: how strictly a rule is taken, by code or id: "off", "info", "warning", "error".
  std::map<std::string, std::string> check_levels = {};
  std::vector<std::string> check_excluded = {};  // path prefixes below the root that `tsg check` leaves out
  std::vector<Guide> guides = {};
  std::vector<Catalogue> catalogues = {};
  std::vector<RuleSource> rules = {};
  std::vector<Document> documents = {};  // all articles that were read

  const Guide* guide(std::string_view id) const;
  const Catalogue* catalogue(std::string_view domain) const;
  // An article by articleId, ignoring case; null when none was read.
  const Document* article(std::string_view article_id) const;
  // Where a target ends: the document of an outcome or article; null for steps and guides, or when it is
  // missing.
  const Document* document_of(const Guide& guide, const Target& target) const;
};

}  // namespace tsg
