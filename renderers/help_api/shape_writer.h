// SPDX-License-Identifier: MIT
// Writes objects of the Help API by their JsonShape: members that are there, in the order of the shape, then
// what was kept of members that have no field.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "engine/loader/json_shape.h"
#include "engine/text/json_writer.h"
#include "renderers/help_api/help_json.h"
#include "renderers/help_api/json_copy.h"

namespace tsg {

class ShapeWriter {
 public:
  explicit ShapeWriter(JsonWriter& json) : json_(json) {}

  void write(const std::string& text) { json_.string(text); }
  void write(bool value) { json_.boolean(value); }
  void write(std::int64_t value) { json_.integer(value); }
  void write(const HelpMap& map) {
    json_.begin_object();
    for (const HelpEntry& each : map.entries) json_.member(each.name, each.value);
    json_.end_object();
  }
  template <typename T>
  void write(const std::vector<T>& items) {
    json_.begin_array();
    for (const T& each : items) write(each);
    json_.end_array();
  }
  template <HasJsonShape T>
  void write(const T& object) {
    json_.begin_object();
    const auto write_member = [&](const auto& member) {
      const auto& field = object.*member.field;
      if (!field) return;
      json_.key(member.name);
      write(*field);
    };
    std::apply([&](const auto&... member) { (write_member(member), ...); }, JsonShape<T>::members);
    for (const HelpExtra& each : object.extras) {
      json_.key(each.name);
      copy_json_text(json_, each.json);
    }
    json_.end_object();
  }

 private:
  JsonWriter& json_;
};

// The JSON of one object.
template <HasJsonShape T>
std::string written_shape(const T& object, int indent_width) {
  JsonWriter json(indent_width);
  ShapeWriter(json).write(object);
  return json.take();
}

}  // namespace tsg
