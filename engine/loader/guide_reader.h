// SPDX-License-Identifier: MIT
// guide.toml to a Guide: steps with their edges, checks, values. Articles are joined to it by the pack
// reader.
#pragma once

#include "engine/loader/toml_document.h"
#include "engine/model/guide.h"

namespace tsg {

// What is wrong is reported into the document. REQUIRES: document.readable()
Guide read_guide(TomlDocument& document);

}  // namespace tsg
