// SPDX-License-Identifier: MIT
#include "renderers/help_api/help_names.h"

#include <fmt/format.h>

namespace tsg {

std::string help_resource_id(std::string_view scope, std::string_view type, std::string_view name) {
  while (scope.starts_with('/')) scope.remove_prefix(1);
  while (scope.ends_with('/')) scope.remove_suffix(1);
  return fmt::format("{}{}/providers/{}/{}", scope.empty() ? "" : "/", scope, type, name);
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& each : texts) json.string(each);
  json.end_array();
}

}  // namespace tsg
