// SPDX-License-Identifier: MIT
#include "engine/text/json_writer.h"
#include "renderers/difference.h"

namespace tsg {

namespace {

void write_side(JsonWriter& json, std::string_view name, const std::optional<std::string>& side) {
  json.key(name);
  side ? json.string(*side) : json.null();
}

void write_line(JsonWriter& json, const ChangedLine& line) {
  json.begin_object().member("name", line.name);
  write_side(json, "before", line.before);
  write_side(json, "after", line.after);
  json.member("class", name_of(line.data_class)).end_object();
}

void write_lines(JsonWriter& json, std::string_view name, const std::vector<ChangedLine>& lines) {
  json.key(name).begin_array();
  for (const ChangedLine& each : lines) write_line(json, each);
  json.end_array();
}

void write_part(JsonWriter& json, const PartDifference& part) {
  json.key(name_of(part.part)).begin_object().member("same", part.same).key("changes").begin_array();
  for (const ChangedItem& each : part.changes) {
    json.begin_object().member("kind", name_of(each.kind)).member("name", each.name);
    json.member("title", each.title);
    write_lines(json, "lines", each.lines);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string difference_json(const ResolutionDifference& difference) {
  JsonWriter json(2);
  json.begin_object().member("format", "tsg-difference/1").member("differs", difference.differs());
  json.member("guide", difference.guide).member("title", difference.title);
  write_lines(json, "making", difference.making);
  for (const PartDifference& each : difference.parts) write_part(json, each);
  json.key("order");
  difference.order ? write_line(json, *difference.order) : static_cast<void>(json.null());
  json.key("facts").begin_object().member("same", difference.same_facts);
  write_lines(json, "changes", difference.facts);
  json.end_object().end_object();
  return json.take() + '\n';
}

}  // namespace tsg
