// SPDX-License-Identifier: MIT
#include "tools/preview_site.h"

#include "engine/tsg.h"
#include "renderers/site/site_files.h"
#include "renderers/site/site_links.h"
#include "renderers/site/site_search.h"

namespace tsg {

namespace {

SiteSource source_of(const std::string& root, SiteOptions options, const SiteMemory* memory) {
  options.memory = memory;
  SiteSource source = read_site(root, options);
  source.pack.site.broken_links = BrokenLinks::Warning;  // shown, and the page all the same
  return source;
}

}  // namespace

PreviewSite::PreviewSite(const std::string& root, const SiteOptions& options, const PreviewSite* former)
    : purpose_(site_purpose(root, options, version())) {
  const bool same_purpose = former != nullptr && former->purpose_ == purpose_;
  site_ = plan_site(source_of(root, options, same_purpose ? &former->memory_ : nullptr), root);
  memory_ = SiteMemory(purpose_, std::move(site_.source.remembered), site_.source.begun_ns);
  diagnostics_ = site_.diagnostics;
  append(diagnostics_, check_links(site_, root));
  theme_ = ready_theme(read_theme(root, diagnostics_));
  append(diagnostics_, theme_.diagnostics);
  renderer_ = std::make_unique<const SiteRenderer>(site_, theme_);
  for (const SitePage& page : site_.pages) pages_.emplace(page.address, &page);
  for (SiteFile& file : other_files(site_, *renderer_))
    files_.insert_or_assign(std::move(file.address), std::move(file.bytes));
}

const SitePage* PreviewSite::page(std::string_view address) const {
  const auto found = pages_.find(address);
  return found == pages_.end() ? nullptr : found->second;
}

std::optional<std::string> PreviewSite::file(std::string_view address) const {
  if (const SitePage* const asked = page(address)) return renderer_->render(*asked);
  if (address == renderer_->assets().search_index.address) {
    std::call_once(search_made_, [this] { search_ = make_site_search(site_); });
    return search_;
  }
  const auto found = files_.find(address);
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

}  // namespace tsg
