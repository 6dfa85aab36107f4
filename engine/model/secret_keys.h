// SPDX-License-Identifier: MIT
#pragma once

#include "engine/model/catalogue.h"

namespace tsg {

// Whether the keys of a map may be told to nobody: it is secret, or what it holds is. Paths then have `{}`
// where the key stood, rules cannot list the keys. REQUIRES: `map` is a map.
bool secret_keys(const Catalogue& catalogue, NodeIndex map);

}  // namespace tsg
