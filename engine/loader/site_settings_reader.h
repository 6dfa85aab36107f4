// SPDX-License-Identifier: MIT
#pragma once

#include "engine/loader/toml_document.h"
#include "engine/model/site_settings.h"

namespace tsg {

// The table [site] of tsg.toml; what is wrong is reported into the document.
SiteSettings read_site_settings(TomlDocument& document, const toml::table& site);

}  // namespace tsg
