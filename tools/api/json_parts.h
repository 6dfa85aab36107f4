// SPDX-License-Identifier: MIT
// Parts that several answers of the API are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/guide.h"
#include "engine/text/json_writer.h"
#include "renderers/help_api/help_names.h"  // write_texts

namespace tsg {

// [{"path", "expected", "found", "command"}]
void write_needs(JsonWriter& json, std::string_view name, const std::vector<ComposedNeed>& needs);

// {"name", "type", "choices"}
void write_input(JsonWriter& json, const Input& input);

// "string", "integer", "boolean", "date-time", "choice"
std::string_view name_of(InputType type);

}  // namespace tsg
