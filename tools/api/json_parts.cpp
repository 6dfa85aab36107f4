// SPDX-License-Identifier: MIT
#include "tools/api/json_parts.h"

namespace tsg {

void write_needs(JsonWriter& json, std::string_view name, const std::vector<ComposedNeed>& needs) {
  json.key(name).begin_array();
  for (const ComposedNeed& need : needs) {
    json.begin_object().member("path", need.path).member("expected", need.expected);
    json.member("found", need.found).member("command", need.command).end_object();
  }
  json.end_array();
}

void write_input(JsonWriter& json, const Input& input) {
  json.begin_object().member("name", input.name).member("type", name_of(input.type));
  write_texts(json, "choices", input.choices);
  json.end_object();
}

std::string_view name_of(InputType type) {
  switch (type) {
    case InputType::String:
      return "string";
    case InputType::Integer:
      return "integer";
    case InputType::Boolean:
      return "boolean";
    case InputType::DateTime:
      return "date-time";
    case InputType::Choice:
      return "choice";
  }
  return "";
}

}  // namespace tsg
