// SPDX-License-Identifier: MIT
// The site of a pack as `tsg preview` shows it: planned whole, each page rendered when it is asked for.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/site/site.h"
#include "renderers/site/site_languages.h"
#include "renderers/site/site_renderer.h"

namespace tsg {

// Once made, it may be read by several threads.
class PreviewSite {
 public:
  // `former` lends what did not change; may be null. `version` is the program's.
  PreviewSite(const std::string& root, const SiteOptions& options, const PreviewSite* former);

  // Of the pack, of the site and of the theme.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  // In the pack's first language. REQUIRES: the pack's locales can be used, or none is named
  const Site& site() const { return reading_.sites.front(); }

  // The bytes at an address of the site; nothing when it has no such file.
  std::optional<std::string> file(std::string_view address) const;
  // The page at an address; null when it is no page.
  const SitePage* page(std::string_view address) const;

 private:
  // One language of the site.
  struct Language {
    std::unique_ptr<const SiteRenderer> renderer = {};
    std::once_flag search_made = {};
    std::string search = {};  // made when it is first asked for
  };
  struct Known {
    std::size_t language = 0;
    const SitePage* page = nullptr;
  };
  void add_language(std::size_t at);

  std::string purpose_;
  SiteMemory memory_ = {};
  SiteReading reading_ = {};
  ReadyTheme theme_ = {};
  Diagnostics diagnostics_ = {};
  mutable std::deque<Language> languages_ = {};  // as reading_.sites
  std::map<std::string, Known, std::less<>> pages_ = {};
  std::map<std::string, std::string, std::less<>> files_ = {};
};

}  // namespace tsg
