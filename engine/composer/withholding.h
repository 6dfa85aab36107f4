// SPDX-License-Identifier: MIT
// Which values and facts an audience may see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/pack.h"
#include "engine/model/verdict.h"

namespace tsg {

// Agents see all (of a secret fact nothing but its presence ever leaves the facts); customers what is public
// or theirs.
bool may_see(Audience audience, DataClass data_class);

// The class a catalogue gives to a concrete path; Internal for a path that nobody declared.
DataClass class_of_path(const Pack& pack, std::string_view guide, std::string_view path);

std::vector<ComposedEvidence> visible_evidence(const std::vector<Evidence>& evidence, Audience audience);

// Needs with their commands. Customers get those of facts they may see.
std::vector<ComposedNeed> visible_needs(const std::vector<Need>& needs, const Pack& pack,
                                        std::string_view guide, Audience audience);

}  // namespace tsg
