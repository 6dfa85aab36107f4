// SPDX-License-Identifier: MIT
// Reads a resolution that was written as JSON (renderers/resolution_json.h, docs/resolution-format.md).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/resolution.h"

namespace tsg {

struct ResolutionRead {
  std::optional<Resolution> resolution = {};  // empty when anything was wrong
  Diagnostics diagnostics = {};
  bool operator==(const ResolutionRead&) const = default;
};

// `file` is the name for messages. Members may stand in any order, but all must be there, once, and no
// others. Refused, with the place: text that is not JSON (TSG621), another format (TSG622), another shape, or
// a visit that refers to one that is not there (TSG623), more than limits::resolution_json_bytes (TSG624).
// Reading stops at the first problem.
ResolutionRead read_resolution(std::string_view text, const std::string& file);

}  // namespace tsg
