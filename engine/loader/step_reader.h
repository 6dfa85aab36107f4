// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "engine/loader/toml_document.h"
#include "engine/model/guide.h"

namespace tsg {

// One `[steps.<id>]` of guide.toml, without the words of its article. REQUIRES: entry.value is a table
Step read_step(TomlDocument& document, const TomlEntry& entry, std::string_view domain);

}  // namespace tsg
