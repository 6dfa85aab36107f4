// SPDX-License-Identifier: MIT
// What could not be told for want of facts.
#pragma once

#include <optional>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/text/json_writer.h"
#include "renderers/help_api/help_json.h"

namespace tsg {

struct MissingFacts {
  std::vector<ComposedNeed> needs = {};   // all of these
  std::vector<ComposedNeed> any_of = {};  // or one of these
};

// `MissingInputs`, with a detail for each fact; nothing when none is missing.
std::optional<HelpError> missing_inputs_error(const MissingFacts& missing);

// The members `requiredParameters` and `anyOf`, {path, expected, found, command}; those that are empty are
// left out.
void write_missing(JsonWriter& json, const MissingFacts& missing);

}  // namespace tsg
