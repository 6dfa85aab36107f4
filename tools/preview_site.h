// SPDX-License-Identifier: MIT
// The site of a pack as `tsg preview` shows it: planned whole, each page rendered when it is asked for.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/site/site.h"
#include "renderers/site/site_renderer.h"

namespace tsg {

// Once made, it may be read by several threads.
class PreviewSite {
 public:
  // `former` lends what did not change; may be null. `version` is the program's.
  PreviewSite(const std::string& root, const SiteOptions& options, const PreviewSite* former);

  // Of the pack, of the site and of the theme.
  const Diagnostics& diagnostics() const { return diagnostics_; }
  const Site& site() const { return site_; }

  // The bytes at an address of the site; nothing when it has no such file.
  std::optional<std::string> file(std::string_view address) const;
  // The page at an address; null when it is no page.
  const SitePage* page(std::string_view address) const;

 private:
  std::string purpose_;
  SiteMemory memory_ = {};
  Site site_ = {};
  ReadyTheme theme_ = {};
  Diagnostics diagnostics_ = {};
  std::unique_ptr<const SiteRenderer> renderer_ = {};
  std::map<std::string, const SitePage*, std::less<>> pages_ = {};
  std::map<std::string, std::string, std::less<>> files_ = {};
  mutable std::once_flag search_made_ = {};
  mutable std::string search_ = {};  // made when it is first asked for
};

}  // namespace tsg
