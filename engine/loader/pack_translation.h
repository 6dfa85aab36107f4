// SPDX-License-Identifier: MIT
// Guides in another language: the same trees with the words of translations.
#pragma once

#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

struct PackTranslation {
  Pack pack = {};                // documents, steps, options and outcomes at the places they had
  Diagnostics diagnostics = {};  // of reading the translations
};

// What has no translation keeps the words it has. REQUIRES: documents were read with their digests
PackTranslation translate_guides(Pack pack, const std::string& locale);

}  // namespace tsg
