// SPDX-License-Identifier: MIT
#include "tools/preview_site.h"

#include "engine/tsg.h"
#include "renderers/site/site_files.h"
#include "renderers/site/site_search.h"

namespace tsg {

namespace {

SiteReading reading_of(const std::string& root, SiteOptions options, const SiteMemory* memory) {
  options.memory = memory;
  options.broken_links = BrokenLinks::Warning;  // shown, and the page all the same
  return read_sites(root, options);
}

}  // namespace

PreviewSite::PreviewSite(const std::string& root, const SiteOptions& options, const PreviewSite* former)
    : purpose_(site_purpose(root, options, version())) {
  const bool same_purpose = former != nullptr && former->purpose_ == purpose_;
  reading_ = reading_of(root, options, same_purpose ? &former->memory_ : nullptr);
  memory_ = SiteMemory(purpose_, std::move(reading_.remembered), reading_.begun_ns);
  diagnostics_ = std::move(reading_.diagnostics);
  theme_ = ready_theme(read_theme(root, diagnostics_));
  append(diagnostics_, theme_.diagnostics);
  for (std::size_t at = 0; at < reading_.sites.size(); ++at) add_language(at);
}

void PreviewSite::add_language(std::size_t at) {
  const Site& site = reading_.sites[at];
  Language& language = languages_.emplace_back();
  language.renderer = std::make_unique<const SiteRenderer>(site, theme_);
  for (const SitePage& page : site.pages)
    pages_.emplace(address_from_root(site, page.address), Known{at, &page});
  for (SiteFile& file : other_files(site, *language.renderer))
    files_.insert_or_assign(address_from_root(site, file.address), std::move(file.bytes));
}

const SitePage* PreviewSite::page(std::string_view address) const {
  const auto found = pages_.find(address);
  return found == pages_.end() ? nullptr : found->second.page;
}

std::optional<std::string> PreviewSite::file(std::string_view address) const {
  const auto asked = pages_.find(address);
  if (asked != pages_.end()) return languages_[asked->second.language].renderer->render(*asked->second.page);
  for (std::size_t at = 0; at < languages_.size(); ++at) {
    const Site& site = reading_.sites[at];
    Language& language = languages_[at];
    if (address != address_from_root(site, language.renderer->assets().search_index.address)) continue;
    std::call_once(language.search_made, [&site, &language] { language.search = make_site_search(site); });
    return language.search;
  }
  const auto found = files_.find(address);
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

}  // namespace tsg
