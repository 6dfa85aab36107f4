// SPDX-License-Identifier: MIT
// Reads `rules/<domain>/facts.toml` (docs/facts-format.md).
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/catalogue.h"

namespace tsg {

struct CatalogueReading {
  Catalogue catalogue = {};  // what could be read of it; with the document `now` in any case
  Diagnostics diagnostics = {};
};

CatalogueReading read_catalogue(std::string domain, std::string file, std::string_view bytes);

}  // namespace tsg
