// SPDX-License-Identifier: MIT
// A site planned: which pages there are, where each lies, and what leads where. No bytes of pages yet.
//
// Addresses are relative to the site's root and name a file, so that the site works on any web server and in
// a folder: "index.html", "articles/add-servers.html", "guides/vpn/scope.html".
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/site/interface_words.h"
#include "renderers/site/site_language.h"
#include "renderers/site/site_source.h"

namespace tsg {

enum class PageKind : std::uint8_t {
  Home,
  Article,  // `item` is an article
  Guide,    // `item` is a guide
  Step,     // `part` is a step of guide `item`
  Outcome,  // `part` is an outcome of guide `item`
  Groups,   // the services, resources, topics or types there are: `item` is a GroupKind
  Group,    // `item` is a group
  All,      // every article and guide by title; `item` is a letter's group
  Search,
  NotFound,
  Moved,  // `item` is a move
};

enum class GroupKind : std::uint8_t { Service, Resource, Topic, Type };
inline constexpr std::size_t group_kinds = 4;
std::string_view folder_of(GroupKind kind);  // "services"; its word in InterfaceWords, too

// A page that groups list: an article or a guide.
struct SiteEntry {
  bool guide = false;
  std::size_t item = 0;
  bool operator==(const SiteEntry&) const = default;
};

struct SiteGroup {
  GroupKind kind = GroupKind::Service;
  std::string key = {};    // in lower case
  std::string title = {};  // the name that [site.names] gives it, else the key
  std::string address = {};
  std::vector<SiteEntry> entries = {};  // by title
};

struct SitePage {
  PageKind kind = PageKind::Home;
  std::string address = {};
  std::size_t item = 0;
  std::size_t part = 0;
  std::size_t sheet = 0;  // of a long list: from 0
  std::size_t sheets = 1;
};

// An address that a page had once.
struct SiteMove {
  std::string from = {};  // the old articleId
  std::string to = {};    // an address of the site with or without "#anchor", or an https address
};

// A picture of an article, copied into the site.
struct SitePicture {
  std::string address = {};  // "assets/pictures/1f0c....png"
  std::string bytes = {};
};

// A letter's articles and guides in the list of all.
struct SiteLetter {
  std::string letter = {};  // "A", or "#" for what begins with no letter
  std::string address = {};
  std::vector<SiteEntry> entries = {};
};

inline constexpr std::size_t entries_of_sheet = 150;  // keeps a list below 60 KB

struct Site {
  SiteSource source = {};
  InterfaceWords words = InterfaceWords();
  std::string folder = {};                          // "de/" below the root of all languages; "" at the root
  std::vector<SiteLanguage> languages = {};         // this one among them; none: it has no other
  std::vector<std::string> article_addresses = {};  // of source.articles
  std::vector<SiteGroup> groups = {};               // by kind, then by title
  std::vector<SiteLetter> letters = {};
  std::vector<SiteMove> moves = {};
  std::vector<SitePage> pages = {};                               // sorted by address
  std::map<std::string, SitePicture, std::less<>> pictures = {};  // by the path of the picture's file
  Diagnostics diagnostics = {};

  std::string guide_address(std::size_t guide) const;
  std::string step_address(std::size_t guide, std::string_view step) const;
  std::string outcome_address(std::size_t guide, std::string_view outcome) const;
  std::string address_of(const SiteEntry& entry) const;
  const std::string& title_of(const SiteEntry& entry) const;
  // Nothing when the site has no such guide or article.
  std::optional<std::size_t> find_guide(std::string_view id) const;
  std::optional<std::size_t> find_article(std::string_view id) const;  // ignoring case
  // The page of a Markdown file of the pack.
  std::optional<std::string> page_of_file(std::string_view path) const;
  // Where a choice of guide `guide` leads; nothing when the site has no such page.
  std::optional<std::string> page_of(std::size_t guide, const Target& target) const;

  // By lower-case articleId, and by the path of a file.
  std::map<std::string, std::size_t, std::less<>> articles_by_id = {};
  std::map<std::string, std::string, std::less<>> pages_by_file = {};
  std::map<std::pair<GroupKind, std::string>, std::size_t> groups_by_key = {};
};

// `root` is the pack's folder, where pictures are read.
Site plan_site(SiteSource source, const std::string& root);

// The file name of an articleId, a service, a topic: lower-case letters, digits, `.`, `_` and `-`.
std::string address_part(std::string_view name);

// "letter.html", 2 -> "letter-3.html"
std::string sheet_address(const std::string& address, std::size_t sheet);

}  // namespace tsg
