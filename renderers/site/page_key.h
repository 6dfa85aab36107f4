// SPDX-License-Identifier: MIT
// A name for all that a page is made of: two pages of one key are the same bytes, so that a build need not
// render a page again to know that it did not change.
#pragma once

#include <optional>
#include <string>

#include "engine/text/fingerprint.h"
#include "renderers/site/site.h"
#include "renderers/site/theme.h"

namespace tsg {

// What every page depends on: the program's version, settings, theme, menu.
std::string site_key(const Site& site, const Theme& theme, const std::string& purpose);

// Articles that link to no other page, and sheets of groups. Nothing for the others: they are few.
std::optional<Fingerprint> page_key(const Site& site, const std::string& site_key, const SitePage& page);

}  // namespace tsg
