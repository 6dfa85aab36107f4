// SPDX-License-Identifier: MIT
// Translations against their originals (docs/locales.md): which are missing, which are older, which say what
// the original does not.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

// REQUIRES: `pack` is all of the pack, its documents read with their digests
Diagnostics check_translations(const Pack& pack);

}  // namespace tsg
