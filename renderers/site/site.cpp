// SPDX-License-Identifier: MIT
#include "renderers/site/site.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/diagnostics/site_codes.h"
#include "engine/text/ascii.h"
#include "renderers/site/customer_types.h"
#include "renderers/site/site_pictures.h"

namespace tsg {

namespace {

class SitePlanner {
 public:
  SitePlanner(SiteSource source, const std::string& root) : root_(root) {
    site_.source = std::move(source);
    site_.diagnostics = std::move(site_.source.diagnostics);
    const Pack& pack = site_.source.pack;
    site_.words = InterfaceWords(site_.source.locale, pack.site.interface);
    if (site_.source.locale == site_.source.default_locale)
      append(site_.diagnostics, check_interface(pack.site, pack.locales));
  }

  Site plan() {
    give_addresses();
    add_groups();
    add_letters();
    add_pages();
    add_moves();
    site_.pictures = read_pictures(source(), root_);
    std::sort(site_.pages.begin(), site_.pages.end(),
              [](const SitePage& a, const SitePage& b) { return a.address < b.address; });
    return std::move(site_);
  }

 private:
  const SiteSource& source() const { return site_.source; }

  void complain(const Code& code, Place place, std::string message, std::string help) {
    site_.diagnostics.push_back(make_diagnostic(code, std::move(place), std::move(message), std::move(help)));
  }

  void give_addresses() {
    std::map<std::string, std::size_t> taken;  // address -> article
    for (std::size_t at = 0; at < source().articles.size(); ++at) {
      const PublishedArticle& article = *source().articles[at];
      site_.articles_by_id.emplace(ascii_lowered(article.id), at);
      const std::string part = address_part(article.id);
      std::string address = fmt::format("articles/{}.html", part);
      for (int number = 2; taken.contains(address); ++number) {
        if (number == 2) note_shared_address(article, *source().articles[taken.at(address)], address);
        address = fmt::format("articles/{}-{}.html", part, number);
      }
      taken.emplace(address, at);
      note_file(article, address);
      site_.article_addresses.push_back(std::move(address));
    }
    for (std::size_t guide = 0; guide < source().guides.size(); ++guide) note_files(guide);
  }

  void note_shared_address(const PublishedArticle& article, const PublishedArticle& first,
                           const std::string& address) {
    complain(codes::site_address_shared, {article.path, {}, 1, 1},
             fmt::format("{} is the address of {} already", address, first.path),
             "give one of them another articleId");
  }

  void note_files(std::size_t at) {
    const PublishedGuide& guide = *source().guides[at];
    note_file(guide.summary, site_.guide_address(at));
    for (const PublishedStep& step : guide.steps) note_file(step.words, site_.step_address(at, step.id));
    for (const PublishedOutcome& outcome : guide.outcomes)
      note_file(outcome.article, site_.outcome_address(at, outcome.id));
  }

  void note_file(const PublishedArticle& article, const std::string& address) {
    site_.pages_by_file.emplace(article.path, address);
    site_.pages_by_file.emplace(article.file, address);
  }

  // The groups that an article belongs to, as keys.
  static std::vector<std::pair<GroupKind, std::string>> groups_of(const PublishedArticle& article) {
    std::vector<std::pair<GroupKind, std::string>> groups;
    if (!article.service.empty()) groups.emplace_back(GroupKind::Service, article.service);
    if (!article.resource.empty()) groups.emplace_back(GroupKind::Resource, article.resource);
    for (const std::string& topic : article.topics) groups.emplace_back(GroupKind::Topic, topic);
    if (has_own_page(article.type)) groups.emplace_back(GroupKind::Type, article.type);
    return groups;
  }

  std::string name_of(GroupKind kind, const std::string& key) const {
    const auto& names = source().pack.site.names;
    const auto own = names.find(ascii_lowered(key));
    if (own != names.end()) return own->second;
    return kind == GroupKind::Type ? site_.words.of_type(key) : key;
  }

  void add_groups() {
    std::map<std::pair<GroupKind, std::string>, std::vector<SiteEntry>> found;
    for (std::size_t at = 0; at < source().articles.size(); ++at) {
      for (const auto& key : groups_of(*source().articles[at])) found[key].push_back({false, at});
    }
    for (std::size_t at = 0; at < source().guides.size(); ++at) {
      for (const auto& key : groups_of(source().guides[at]->summary)) found[key].push_back({true, at});
    }
    std::set<std::string> taken;
    for (auto& [key, entries] : found) {
      SiteGroup group = {key.first, key.second, name_of(key.first, key.second), {}, std::move(entries)};
      const std::string part = fmt::format("{}/{}", folder_of(key.first), address_part(key.second));
      group.address = part + ".html";
      for (int number = 2; !taken.insert(group.address).second; ++number)
        group.address = fmt::format("{}-{}.html", part, number);
      sort_by_title(group.entries);
      site_.groups.push_back(std::move(group));
    }
    std::stable_sort(site_.groups.begin(), site_.groups.end(), [](const SiteGroup& a, const SiteGroup& b) {
      return std::pair(a.kind, ascii_lowered(a.title)) < std::pair(b.kind, ascii_lowered(b.title));
    });
    for (std::size_t at = 0; at < site_.groups.size(); ++at)
      site_.groups_by_key.emplace(std::pair(site_.groups[at].kind, site_.groups[at].key), at);
  }

  void sort_by_title(std::vector<SiteEntry>& entries) const {
    std::vector<std::pair<std::string, SiteEntry>> keyed;
    keyed.reserve(entries.size());
    for (const SiteEntry& entry : entries) keyed.emplace_back(ascii_lowered(site_.title_of(entry)), entry);
    std::stable_sort(keyed.begin(), keyed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t at = 0; at < keyed.size(); ++at) entries[at] = keyed[at].second;
  }

  static std::string letter_of(std::string_view title) {
    if (title.empty() || !ascii_alpha(title[0])) return "#";
    return {static_cast<char>(title[0] & ~0x20)};
  }

  void add_letters() {
    std::vector<SiteEntry> all;
    for (std::size_t at = 0; at < source().guides.size(); ++at) all.push_back({true, at});
    for (std::size_t at = 0; at < source().articles.size(); ++at) all.push_back({false, at});
    sort_by_title(all);
    for (const SiteEntry& entry : all) {
      const std::string letter = letter_of(site_.title_of(entry));
      const auto same = [&letter](const SiteLetter& each) { return each.letter == letter; };
      auto found = std::find_if(site_.letters.begin(), site_.letters.end(), same);
      if (found == site_.letters.end()) {
        const std::string name = letter == "#" ? "other" : ascii_lowered(letter);
        site_.letters.push_back({letter, fmt::format("all/{}.html", name), {}});
        found = site_.letters.end() - 1;
      }
      found->entries.push_back(entry);
    }
    std::sort(site_.letters.begin(), site_.letters.end(),
              [](const SiteLetter& a, const SiteLetter& b) { return a.letter < b.letter; });
  }

  void add_sheets(PageKind kind, const std::string& address, std::size_t item, std::size_t entries) {
    const std::size_t sheets = std::max<std::size_t>(1, (entries + entries_of_sheet - 1) / entries_of_sheet);
    for (std::size_t sheet = 0; sheet < sheets; ++sheet)
      site_.pages.push_back({kind, sheet_address(address, sheet), item, 0, sheet, sheets});
  }

  void add_pages() {
    site_.pages.push_back({PageKind::Home, "index.html"});
    site_.pages.push_back({PageKind::Search, "search.html"});
    site_.pages.push_back({PageKind::NotFound, "404.html"});
    for (std::size_t at = 0; at < source().articles.size(); ++at)
      site_.pages.push_back({PageKind::Article, site_.article_addresses[at], at});
    for (std::size_t at = 0; at < source().guides.size(); ++at) add_guide_pages(at);
    for (std::size_t at = 0; at < site_.groups.size(); ++at)
      add_sheets(PageKind::Group, site_.groups[at].address, at, site_.groups[at].entries.size());
    for (std::size_t at = 0; at < site_.letters.size(); ++at)
      add_sheets(PageKind::All, site_.letters[at].address, at, site_.letters[at].entries.size());
    for (std::size_t kind = 0; kind < group_kinds; ++kind) {
      const auto in_kind = [kind](const SiteGroup& each) {
        return each.kind == static_cast<GroupKind>(kind);
      };
      const auto groups = std::count_if(site_.groups.begin(), site_.groups.end(), in_kind);
      if (groups == 0) continue;
      add_sheets(PageKind::Groups, fmt::format("{}/index.html", folder_of(static_cast<GroupKind>(kind))),
                 kind, static_cast<std::size_t>(groups));
    }
  }

  void add_guide_pages(std::size_t at) {
    const PublishedGuide& guide = *source().guides[at];
    site_.pages.push_back({PageKind::Guide, site_.guide_address(at), at});
    for (std::size_t step = 0; step < guide.steps.size(); ++step)
      site_.pages.push_back({PageKind::Step, site_.step_address(at, guide.steps[step].id), at, step});
    for (std::size_t outcome = 0; outcome < guide.outcomes.size(); ++outcome)
      site_.pages.push_back(
          {PageKind::Outcome, site_.outcome_address(at, guide.outcomes[outcome].id), at, outcome});
  }

  // An old articleId to where its page went. What has a page of its own still needs none.
  void add_moves() {
    for (const SiteRedirect& redirect : source().pack.site.redirects) {
      if (redirect.from.find('#') != std::string::npos) continue;  // site_anchors.h
      const auto to = destination(redirect.to);
      if (!to) {
        complain(codes::site_redirect_odd, redirect.place,
                 fmt::format("`{}` is no page of the site", redirect.to),
                 "write an articleId, `guide:<id>`, `guide:<id>#<step>` or an https address");
        continue;
      }
      if (site_.find_article(redirect.from)) {
        complain(codes::site_redirect_odd, redirect.place,
                 fmt::format("`{}` has a page of its own", redirect.from),
                 "take the redirect out, or the article");
        continue;
      }
      site_.pages.push_back({PageKind::Moved, fmt::format("articles/{}.html", address_part(redirect.from)),
                             site_.moves.size()});
      site_.moves.push_back({redirect.from, *to});
    }
  }

  std::optional<std::string> destination(std::string_view to) const {
    if (to.starts_with("https://")) return std::string(to);
    const std::size_t hash = std::min(to.find('#'), to.size());
    if (to.starts_with("guide:")) {
      const auto guide = site_.find_guide(to.substr(6, hash - 6));
      if (!guide) return std::nullopt;
      if (hash == to.size()) return site_.guide_address(*guide);
      return site_.page_of(*guide, {TargetKind::Step, std::string(to.substr(hash + 1)), {}});
    }
    const auto article = site_.find_article(to.substr(0, hash));
    if (!article) return std::nullopt;
    return site_.article_addresses[*article] + std::string(to.substr(hash));
  }

  const std::string& root_;
  Site site_ = {};
};

}  // namespace

Site plan_site(SiteSource source, const std::string& root) {
  return SitePlanner(std::move(source), root).plan();
}

}  // namespace tsg
