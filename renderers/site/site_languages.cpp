// SPDX-License-Identifier: MIT
#include "renderers/site/site_languages.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/locale_codes.h"
#include "engine/loader/pack_reader.h"
#include "engine/text/suggestion.h"
#include "renderers/site/site_links.h"

namespace tsg {

namespace {

SiteLanguage language_of_site(const Site& site, bool first) {
  SiteLanguage language = {.locale = site.source.locale};
  const std::string& address = site.source.pack.site.address;
  if (!first) language.folder = site.source.locale + "/";
  if (!address.empty()) language.address = first ? address : address + "/" + site.source.locale;
  auto pages = std::make_shared<std::set<std::string>>();
  for (const SitePage& page : site.pages) pages->insert(page.address);
  language.pages = std::move(pages);
  return language;
}

// A guide that every language reads is complained of once.
void append_new(Diagnostics& all, const Diagnostics& more) {
  for (const Diagnostic& each : more) {
    if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
  }
}

class SitesReader {
 public:
  SitesReader(const std::string& root, const SiteOptions& options) : root_(root), options_(options) {
    if (options.memory != nullptr) memory_ = *options.memory;
  }

  SiteReading read() {
    const std::vector<std::string> locales = chosen_locales();
    for (const std::string& locale : locales) read(locale);
    join_languages(reading_.sites);
    return std::move(reading_);
  }

 private:
  std::vector<std::string> chosen_locales() {
    std::vector<std::string> known = read_settings(root_).pack.locales;
    if (known.empty()) known = {"en"};
    if (options_.locale.empty()) return known;
    if (std::find(known.begin(), known.end(), options_.locale) != known.end()) return {options_.locale};
    const auto meant = nearest_name(options_.locale, known);
    reading_.diagnostics.push_back(
        make_diagnostic(codes::locale_unknown, {"tsg.toml", {}, 0, 0},
                        fmt::format("the pack has no locale `{}`", options_.locale),
                        meant ? fmt::format("did you mean `{}`?", *meant)
                              : fmt::format("it has {}", fmt::join(known, ", "))));
    return {};
  }

  void read(const std::string& locale) {
    SiteOptions options = options_;
    options.locale = locale;
    options.memory = &memory_;
    SiteSource source = read_site(root_, options);
    if (reading_.sites.empty()) reading_.begun_ns = source.begun_ns;
    for (auto& [path, article] : source.remembered) reading_.remembered.insert_or_assign(path, article);
    // What one language read, the next need not read again.
    memory_.add(source.remembered, source.begun_ns);
    Site site = plan_site(std::move(source), root_);
    append_new(reading_.diagnostics, site.diagnostics);
    append_new(reading_.diagnostics, check_links(site, root_));
    reading_.sites.push_back(std::move(site));
  }

  const std::string& root_;
  const SiteOptions& options_;
  SiteMemory memory_ = {};
  SiteReading reading_ = {};
};

}  // namespace

SiteReading read_sites(const std::string& root, const SiteOptions& options) {
  return SitesReader(root, options).read();
}

void join_languages(std::vector<Site>& sites) {
  std::vector<SiteLanguage> languages;
  for (const Site& site : sites) languages.push_back(language_of_site(site, languages.empty()));
  for (std::size_t at = 0; at < sites.size(); ++at) {
    sites[at].source.pack.site.address = languages[at].address;
    sites[at].folder = languages[at].folder;
    if (sites.size() > 1) sites[at].languages = languages;
  }
}

std::string address_from_root(const Site& site, const std::string& address) {
  return site.folder + address;
}

std::string other_language(const Site& site, const SiteLanguage& other, const SitePage& page) {
  const std::string to = other.folder + (other.pages->contains(page.address) ? page.address : "index.html");
  return relative_address(address_from_root(site, page.address), to);
}

}  // namespace tsg
