// SPDX-License-Identifier: MIT
// Which rule domains the files of one domain can reach with `require "<domain>.<module>"`.
#pragma once

#include <set>
#include <span>
#include <string>

#include "engine/model/rule.h"

namespace tsg {

// The domain itself and every domain whose name stands in quotes before a dot in a file that is reached. May
// name more than is required, never less: a module's name is a literal.
std::set<std::string> domains_reached_from(const std::string& domain, std::span<const RuleSource> sources);

}  // namespace tsg
