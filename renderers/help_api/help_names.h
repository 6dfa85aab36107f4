// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/json_writer.h"

namespace tsg {

// "/SCOPE/providers/Microsoft.Help/solutions/NAME"; `type` is "Microsoft.Help/solutions".
std::string help_resource_id(std::string_view scope, std::string_view type, std::string_view name);

// A member with a list of texts.
void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts);

}  // namespace tsg
