// SPDX-License-Identifier: MIT
// What a guide names must exist.
#pragma once

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

// Gives every step the rule of its own name when there is one and none was named, and tells facts from
// placeholders on the right side of [values]. REQUIRES: the pack's rules and catalogues are read
void bind_names(Guide& guide, const Pack& pack, Diagnostics& diagnostics);

// Edges to steps, outcomes, articles and guides that do not exist; rules that do not exist or belong to
// another domain. REQUIRES: bind_names was called; the guides it leads to are in the pack
void check_links(const Guide& guide, const Pack& pack, Diagnostics& diagnostics);

}  // namespace tsg
