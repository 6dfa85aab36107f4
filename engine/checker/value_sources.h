// SPDX-License-Identifier: MIT
// What [values] make of a placeholder: the names that would fill it, and facts that always do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/checker/walk_graph.h"
#include "engine/model/pack.h"

namespace tsg {

// A fact counts as always there when the catalogue requires it and all objects above it: what is required and
// missing is asked for, with the command that gathers it. One that is optional, secret, an object, or in a
// list or map does not: nobody is asked for it, and its absence is no mistake.
bool always_there(const Catalogue& catalogue, std::string_view path);

struct ValueSources {
  std::vector<std::string> names = {};  // in lower case, the placeholder's own first
  bool always = false;                  // a fact fills it on every way
};

// As the evaluator looks a placeholder up after a walk through `guides`: aliases of any of them, at most 16
// after one another. `placeholder` in any case.
ValueSources sources_of(const Pack& pack, const GuideSet& guides, std::string_view placeholder);

}  // namespace tsg
