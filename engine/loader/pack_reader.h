// SPDX-License-Identifier: MIT
// A pack's folder to a Pack (docs/guide-format.md).
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/pack.h"

namespace tsg {

struct PackReading {
  Pack pack = {};
  Diagnostics diagnostics = {};
};

// Everything in the pack.
PackReading read_pack(const std::string& root);

// Only what one guide needs: itself, the guides it leads to, their articles, rules and catalogues. A guide
// that is not there gives codes::guide_unknown.
PackReading read_pack_for(const std::string& root, std::string_view guide);

// What readers meet of guides: trees and articles, without rules, catalogues and free-standing articles. What
// an edge names is not looked for, and guides have no digest.
PackReading read_guides(const std::string& root);

// Only tsg.toml.
PackReading read_settings(const std::string& root);

// Only a rule domain: its catalogue and rules, and the modules of all domains.
PackReading read_domain(const std::string& root, std::string_view domain);

}  // namespace tsg
