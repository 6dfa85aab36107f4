// SPDX-License-Identifier: MIT
#include "renderers/site/page_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "renderers/escape_html.h"
#include "renderers/escape_url.h"
#include "renderers/site/guide_values.h"
#include "renderers/site/site_languages.h"
#include "renderers/site/site_links.h"

namespace tsg {

namespace {

constexpr std::size_t services_of_home = 24;

TemplateValue link(std::string_view title, std::string_view address) {
  return TemplateValue::record().set("title", title).set("address", address);
}

class PageWriter {
 public:
  PageWriter(const Site& site, const SiteAssets& assets, const SitePage& page)
      : site_(site), assets_(assets), page_(page), settings_(site.source.pack.site), words_(site.words) {}

  TemplateValue write() {
    values_.set("kind", kind_word());
    write_kind();
    if (!settings_.address.empty() && page_.kind != PageKind::NotFound && page_.kind != PageKind::Moved)
      values_.set("canonical", canonical(page_.address));
    write_languages();
    return TemplateValue::record().set("page", std::move(values_));
  }

 private:
  std::string kind_word() const {
    const std::string_view file = template_of(page_.kind);
    return std::string(file.substr(0, file.rfind('.')));
  }

  std::string canonical(std::string_view address) const {
    return fmt::format("{}/{}", settings_.address, address == "index.html" ? "" : address);
  }

  // A page that is not there and one that moved have no counterpart: who comes there has a wrong address.
  void write_languages() {
    TemplateValue languages = TemplateValue::list();
    for (const SiteLanguage& language : site_.languages) {
      const bool same = language.pages->contains(page_.address);
      const bool listed = same && !language.address.empty() && page_.kind != PageKind::NotFound;
      const std::string_view file = page_.address == "index.html" ? "" : std::string_view(page_.address);
      languages.add(TemplateValue::record()
                        .set("locale", language.locale)
                        .set("name", name_of_locale(language.locale))
                        .set("address", other_language(site_, language, page_))
                        .set("canonical", listed ? fmt::format("{}/{}", language.address, file) : "")
                        .set("here", language.locale == site_.source.locale));
    }
    values_.set("languages", std::move(languages));
  }

  // Words that stand in the language of the originals.
  bool falls_back(const PublishedArticle& article) const {
    return site_.source.locale != site_.source.default_locale && article.locale.empty();
  }

  TrustedHtml marked(const PublishedArticle& article, std::string_view tag, std::string markup) const {
    if (!falls_back(article)) return TrustedHtml{std::move(markup)};
    const std::string& locale = site_.source.default_locale;
    return TrustedHtml{fmt::format("<{0} lang=\"{1}\" dir=\"{2}\">{3}</{0}>", tag, html(locale),
                                   direction_of(locale), markup)};
  }

  std::string here(std::string_view address) const { return relative_address(page_.address, address); }

  void write_kind() {
    switch (page_.kind) {
      case PageKind::Home:
        return write_home();
      case PageKind::Article:
        return write_article(*site_.source.articles[page_.item]);
      case PageKind::Guide:
        return write_guide();
      case PageKind::Step:
        return write_step();
      case PageKind::Outcome:
        return write_outcome();
      case PageKind::Groups:
        return write_groups();
      case PageKind::Group:
        return write_group();
      case PageKind::All:
        return write_all();
      case PageKind::Search:
        return write_search();
      case PageKind::NotFound:
        values_.set("title", words_.of("missing")).set("hidden", true);
        return;
      case PageKind::Moved:
        return write_moved();
    }
  }

  // ---- Articles

  void write_article(const PublishedArticle& article) {
    write_words(article);
    write_facts(article);
    write_crumbs(article);
    write_notices(article);
    write_help();
    values_.set("notes", fmt::format("# {}\n\n{}\n", article.title,
                                     words_.filled("notes_page", {{"page", place_for_notes()}})));
  }

  void write_words(const PublishedArticle& article) {
    values_.set("title", article.title).set("heading", marked(article, "span", article.title_html));
    values_.set("description", article.description);
    values_.set("content", marked(article, "div", linked_body(site_, article, page_.address)));
    if (falls_back(article)) values_.set("lang", site_.source.default_locale);
    TemplateValue contents = TemplateValue::list();
    if (article.places.headings.size() > 1) {
      for (const PageHeading& heading : article.places.headings) {
        if (heading.id.empty() || heading.html.empty()) continue;
        contents.add(TemplateValue::record()
                         .set("id", heading.id)
                         .set("level", heading.level)
                         .set("text", TrustedHtml{heading.html}));
      }
    }
    values_.set("contents", std::move(contents));
  }

  const SiteGroup* group(GroupKind kind, const std::string& key) const {
    const auto found = site_.groups_by_key.find({kind, key});
    return found == site_.groups_by_key.end() ? nullptr : &site_.groups[found->second];
  }

  void write_facts(const PublishedArticle& article) {
    values_.set("reviewed", article.reviewed);
    TemplateValue applies = TemplateValue::list();
    const auto add = [&applies](std::string_view name, const SiteGroup* found) {
      if (found == nullptr) return;
      applies.add(TemplateValue::record()
                      .set("name", name)
                      .set("value", found->title)
                      .set("address", found->address));
    };
    add(words_.of("service"), group(GroupKind::Service, article.service));
    add(words_.of("resource"), group(GroupKind::Resource, article.resource));
    values_.set("applies", std::move(applies));
  }

  void write_crumbs(const PublishedArticle& article) {
    TemplateValue crumbs = TemplateValue::list();
    crumbs.add(link(site_.source.pack.title, "index.html"));
    if (const SiteGroup* service = group(GroupKind::Service, article.service))
      crumbs.add(link(service->title, service->address));
    values_.set("crumbs", std::move(crumbs));
  }

  TemplateValue notice(std::string_view word, std::string_view text) const {
    return TemplateValue::record()
        .set("kind", "warning")
        .set("icon", "!")
        .set("word", word)
        .set("text", text);
  }

  void add_language_notice(TemplateValue& notices, const PublishedArticle& article) const {
    if (falls_back(article)) notices.add(notice(words_.of("untranslated"), words_.of("untranslated_why")));
    if (!article.stale) return;
    TemplateValue older = notice(words_.of("older"), words_.of("older_why"));
    if (!site_.languages.empty()) {
      older.set("address", other_language(site_, site_.languages.front(), page_));
      older.set("link", words_.of("original"));
    }
    notices.add(std::move(older));
  }

  void write_notices(const PublishedArticle& article) {
    TemplateValue notices = TemplateValue::list();
    add_language_notice(notices, article);
    if (article.retired || !article.replaced_by.empty()) {
      TemplateValue retired = notice(words_.of("out_of_date"), words_.of("page_retired"));
      if (const auto other = site_.find_article(article.replaced_by)) {
        retired.set("address", here(site_.article_addresses[*other]));
        retired.set("link", words_.filled("read_instead", {{"title", site_.source.articles[*other]->title}}));
      }
      notices.add(std::move(retired));
    }
    values_.set("notices", std::move(notices));
  }

  std::string place_for_notes() const {
    return settings_.address.empty() ? page_.address : canonical(page_.address);
  }

  std::string feedback(std::string_view answer) const {
    std::string address = settings_.feedback;
    const auto replace = [&address](std::string_view mark, std::string_view value) {
      std::string encoded;
      append_url_query(encoded, value);
      for (std::size_t at = address.find(mark); at != std::string::npos; at = address.find(mark, at))
        address.replace(at, mark.size(), encoded);
    };
    replace("{page}", place_for_notes());
    replace("{answer}", answer);
    return address;
  }

  void write_help() {
    if (settings_.feedback.empty()) return;
    values_.set("feedback", TemplateValue::record().set("yes", feedback("yes")).set("no", feedback("no")));
  }

  // ---- Guides

  const PublishedGuide& guide() const { return *site_.source.guides[page_.item]; }

  void write_guide() {
    write_words(guide().summary);
    values_.set("title", guide().title);
    if (guide().summary.title_html.empty())
      values_.set("heading", marked(guide().summary, "span", html(guide().title)));
    write_facts(guide().summary);
    if (!guide().reviewed.empty()) values_.set("reviewed", guide().reviewed);
    write_crumbs(guide().summary);
    write_guide_notices(guide().summary);
    write_tree_values(site_, page_, values_);
  }

  void write_guide_notices(const PublishedArticle& article) {
    TemplateValue notices = TemplateValue::list();
    add_language_notice(notices, article);
    if (guide().retired || !guide().replaced_by.empty()) {
      TemplateValue retired = notice(words_.of("out_of_date"), words_.of("guide_retired"));
      if (const auto other = site_.find_guide(guide().replaced_by)) {
        retired.set("address", here(site_.guide_address(*other)));
        retired.set("link", words_.filled("use_instead", {{"title", site_.source.guides[*other]->title}}));
      }
      notices.add(std::move(retired));
    }
    values_.set("notices", std::move(notices));
  }

  void write_guide_crumbs() {
    TemplateValue crumbs = TemplateValue::list();
    crumbs.add(link(site_.source.pack.title, "index.html"));
    crumbs.add(link(guide().title, site_.guide_address(page_.item)));
    values_.set("crumbs", std::move(crumbs));
  }

  void write_step() {
    const PublishedStep& step = guide().steps[page_.part];
    write_words(step.words);
    values_.set("title", step.question).set("hidden", true);
    values_.set("heading", marked(step.words, "span", html(step.question)));
    values_.set("contents", TemplateValue::list());
    write_guide_crumbs();
    write_guide_notices(step.words);
    write_help();
    write_step_values(site_, page_, values_);
  }

  void write_outcome() {
    const PublishedArticle& article = guide().outcomes[page_.part].article;
    write_words(article);
    write_facts(article);
    write_guide_crumbs();
    write_notices(article);
    write_help();
    write_outcome_values(site_, page_, values_);
  }

  // ---- Lists

  template <typename Item>
  std::pair<std::size_t, std::size_t> sheet_range(const std::vector<Item>& items) const {
    const std::size_t begin = std::min(page_.sheet * entries_of_sheet, items.size());
    return {begin, std::min(begin + entries_of_sheet, items.size())};
  }

  void write_sheets(const std::string& first) {
    TemplateValue sheets = TemplateValue::list();
    for (std::size_t sheet = 0; page_.sheets > 1 && sheet < page_.sheets; ++sheet) {
      sheets.add(TemplateValue::record()
                     .set("number", sheet + 1)
                     .set("label", words_.filled("page_number", {{"number", std::to_string(sheet + 1)}}))
                     .set("address", sheet_address(first, sheet))
                     .set("here", sheet == page_.sheet));
    }
    values_.set("sheets", std::move(sheets));
  }

  const std::string& description_of(const SiteEntry& entry) const {
    return entry.guide ? site_.source.guides[entry.item]->summary.description
                       : site_.source.articles[entry.item]->description;
  }

  void write_entries(const std::vector<SiteEntry>& entries) {
    const auto [begin, end] = sheet_range(entries);
    TemplateValue list = TemplateValue::list();
    for (std::size_t at = begin; at < end; ++at) {
      list.add(TemplateValue::record()
                   .set("title", site_.title_of(entries[at]))
                   .set("address", site_.address_of(entries[at]))
                   .set("description", description_of(entries[at]))
                   .set("guide", entries[at].guide));
    }
    values_.set("entries", std::move(list));
  }

  std::string counted(std::size_t number) const {
    return number == 1 ? words_.of("one_page") : words_.filled("pages", {{"count", std::to_string(number)}});
  }

  std::string numbered(std::string title) const {
    return page_.sheet == 0 ? title
                            : words_.filled("titled_page",
                                            {{"title", title}, {"number", std::to_string(page_.sheet + 1)}});
  }

  void write_group() {
    const SiteGroup& group = site_.groups[page_.item];
    const std::string title = group.kind == GroupKind::Topic && group.title == group.key
                                  ? words_.filled("support_topic", {{"topic", group.title}})
                                  : group.title;
    values_.set("title", numbered(title)).set("count", counted(group.entries.size()));
    values_.set("hidden", page_.sheet > 0);
    write_entries(group.entries);
    write_sheets(group.address);
    TemplateValue crumbs = TemplateValue::list();
    crumbs.add(link(site_.source.pack.title, "index.html"));
    crumbs.add(link(words_.of(folder_of(group.kind)), fmt::format("{}/index.html", folder_of(group.kind))));
    values_.set("crumbs", std::move(crumbs));
  }

  TemplateValue group_value(const SiteGroup& group) const {
    return TemplateValue::record()
        .set("title", group.title)
        .set("address", group.address)
        .set("count", counted(group.entries.size()));
  }

  std::vector<const SiteGroup*> groups_of(GroupKind kind) const {
    std::vector<const SiteGroup*> groups;
    for (const SiteGroup& group : site_.groups) {
      if (group.kind == kind) groups.push_back(&group);
    }
    return groups;
  }

  void write_groups() {
    const auto kind = static_cast<GroupKind>(page_.item);
    const std::vector<const SiteGroup*> groups = groups_of(kind);
    const auto [begin, end] = sheet_range(groups);
    TemplateValue list = TemplateValue::list();
    for (std::size_t at = begin; at < end; ++at) list.add(group_value(*groups[at]));
    values_.set("title", numbered(words_.of(folder_of(kind)))).set("groups", std::move(list));
    values_.set("hidden", page_.sheet > 0);
    write_sheets(fmt::format("{}/index.html", folder_of(kind)));
    values_.set("crumbs", TemplateValue::list({link(site_.source.pack.title, "index.html")}));
  }

  TemplateValue letters(std::size_t here) const {
    TemplateValue list = TemplateValue::list();
    for (std::size_t at = 0; at < site_.letters.size(); ++at) {
      list.add(TemplateValue::record()
                   .set("letter", site_.letters[at].letter)
                   .set("address", site_.letters[at].address)
                   .set("label", words_.filled("titles_with", {{"letter", site_.letters[at].letter}}))
                   .set("here", at == here));
    }
    return list;
  }

  void write_all() {
    const SiteLetter& letter = site_.letters[page_.item];
    const std::string name = letter.letter == "#" ? words_.of("other_titles")
                                                  : words_.filled("titles_with", {{"letter", letter.letter}});
    values_.set("title", numbered(name)).set("letters", letters(page_.item)).set("hidden", page_.sheet > 0);
    write_entries(letter.entries);
    write_sheets(letter.address);
    values_.set("crumbs", TemplateValue::list({link(site_.source.pack.title, "index.html")}));
  }

  void write_home() {
    values_.set("title", site_.source.pack.title).set("description", settings_.description);
    TemplateValue guides = TemplateValue::list();
    for (std::size_t at = 0; at < site_.source.guides.size(); ++at) {
      const PublishedGuide& each = *site_.source.guides[at];
      if (each.retired) continue;
      guides.add(link(each.title, site_.guide_address(at)).set("description", each.summary.description));
    }
    values_.set("guides", std::move(guides)).set("letters", letters(SIZE_MAX));
    std::vector<const SiteGroup*> services = groups_of(GroupKind::Service);
    values_.set("more", services.size() > services_of_home);
    // The largest are what most readers look for; they stand by title all the same.
    const auto larger = [](const SiteGroup* a, const SiteGroup* b) {
      return std::pair(b->entries.size(), a->key) < std::pair(a->entries.size(), b->key);
    };
    const auto by_title = [](const SiteGroup* a, const SiteGroup* b) {
      return std::pair(a->title, a->key) < std::pair(b->title, b->key);
    };
    std::sort(services.begin(), services.end(), larger);
    if (services.size() > services_of_home) services.resize(services_of_home);
    std::sort(services.begin(), services.end(), by_title);
    TemplateValue groups = TemplateValue::list();
    for (const SiteGroup* service : services) groups.add(group_value(*service));
    values_.set("groups", std::move(groups));
  }

  void write_search() {
    values_.set("title", words_.of("search")).set("letters", letters(SIZE_MAX));
    TemplateValue scripts = TemplateValue::list();
    for (const SiteAsset* asset : {&assets_.lunr, &assets_.search_index, &assets_.search})
      scripts.add(asset->address);
    values_.set("scripts", std::move(scripts));
  }

  void write_moved() {
    const SiteMove& move = site_.moves[page_.item];
    values_.set("title", words_.of("moved")).set("to", here(move.to)).set("hidden", true);
    // A template may not say where a browser goes by itself.
    values_.set("refresh", TrustedHtml{fmt::format("<meta http-equiv=\"refresh\" content=\"0; url={}\">",
                                                   html(here(move.to)))});
    if (move.to.starts_with("https://")) values_.set("canonical", move.to);
    if (!move.to.starts_with("https://") && !settings_.address.empty())
      values_.set("canonical", canonical(move.to));
  }

  const Site& site_;
  const SiteAssets& assets_;
  const SitePage& page_;
  const SiteSettings& settings_;
  const InterfaceWords& words_;
  TemplateValue values_ = TemplateValue::record();
};

}  // namespace

std::string_view template_of(PageKind kind) {
  switch (kind) {
    case PageKind::Home:
      return "home.html";
    case PageKind::Article:
      return "article.html";
    case PageKind::Guide:
      return "guide.html";
    case PageKind::Step:
      return "step.html";
    case PageKind::Outcome:
      return "outcome.html";
    case PageKind::Groups:
      return "groups.html";
    case PageKind::Group:
      return "group.html";
    case PageKind::All:
      return "all.html";
    case PageKind::Search:
      return "search.html";
    case PageKind::NotFound:
      return "not-found.html";
    case PageKind::Moved:
      return "moved.html";
  }
  return {};
}

TemplateValue page_values(const Site& site, const SiteAssets& assets, const SitePage& page) {
  return PageWriter(site, assets, page).write();
}

}  // namespace tsg
