// SPDX-License-Identifier: MIT
#include "renderers/help_api/json_copy.h"

#include <charconv>
#include <limits>

#include "engine/loader/json_tree.h"

namespace tsg {

namespace {

void copy_number(JsonWriter& json, JsonValue value) {
  if (const auto integer = value.integer()) {
    json.integer(*integer);
    return;
  }
  const std::string_view digits = value.written();
  double number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  json.number(read.ec == std::errc() ? number : std::numeric_limits<double>::infinity());
}

void copy_object(JsonWriter& json, JsonValue value) {
  json.begin_object();
  for (const JsonValue each : value.children()) {
    json.key(each.key());
    copy_json(json, each);
  }
  json.end_object();
}

void copy_list(JsonWriter& json, JsonValue value) {
  json.begin_array();
  for (const JsonValue each : value.children()) copy_json(json, each);
  json.end_array();
}

}  // namespace

// The depth is bounded by limits::json_body_depth.
void copy_json(JsonWriter& json, JsonValue value) {
  switch (value.kind()) {
    case JsonKind::Absent:
    case JsonKind::Null:
      json.null();
      return;
    case JsonKind::Boolean:
      json.boolean(value.is_true());
      return;
    case JsonKind::Number:
      return copy_number(json, value);
    case JsonKind::Text:
      json.string(value.text());
      return;
    case JsonKind::List:
      return copy_list(json, value);
    case JsonKind::Object:
      return copy_object(json, value);
  }
}

void copy_json_text(JsonWriter& json, std::string_view text) {
  const JsonTreeReading reading = read_json_tree(text, {0, text.size()});
  copy_json(json, reading.readable() ? reading.tree.root() : JsonValue());
}

std::string json_line(JsonValue value) {
  JsonWriter json;
  copy_json(json, value);
  return json.take();
}

}  // namespace tsg
