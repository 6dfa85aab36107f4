// SPDX-License-Identifier: MIT
// Fills objects of the Help API from JSON by their JsonShape. A member without a field is kept, null is
// absent, a value of another type stops the reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "engine/loader/json_shape.h"
#include "engine/loader/json_tree.h"
#include "renderers/help_api/help_json.h"
#include "renderers/help_api/help_reading.h"
#include "renderers/help_api/json_copy.h"

namespace tsg {

class ShapeReader {
 public:
  // `text` is RFC 8259 JSON in UTF-8, no member of an object twice, within limits::json_body_depth and
  // limits::json_body_values; anything else is a problem.
  template <HasJsonShape T>
  static HelpReading<T> read_text(std::string_view text) {
    ShapeReader reader;
    const JsonTreeReading tree = read_json_tree(text, {0, text.size()});
    HelpReading<T> reading;
    T value;
    if (reader.sound(text, tree) && reader.read(tree.tree.root(), value)) reading.value = std::move(value);
    reading.problem = std::move(reader.problem_);
    reading.problem_at = reader.problem_at_;
    return reading;
  }

 private:
  // A part of the way to the value that is being read: a member's name or, when that is empty, an index.
  struct Part {
    std::string_view name = {};
    std::size_t index = 0;
  };

  bool sound(std::string_view text, const JsonTreeReading& tree);
  bool fail(ByteRange at, std::string problem);
  bool expected(JsonValue json, std::string_view what);

  bool read(JsonValue json, std::string& out);
  bool read(JsonValue json, bool& out);
  bool read(JsonValue json, std::int64_t& out);
  bool read(JsonValue json, HelpMap& out);

  template <typename T>
  bool read(JsonValue json, std::vector<T>& out) {
    if (!json.is(JsonKind::List)) return expected(json, "a list");
    way_.push_back({});
    for (const JsonValue each : json.children()) {
      way_.back().index = out.size();
      if (!read(each, out.emplace_back())) return false;
    }
    way_.pop_back();
    return true;
  }

  template <HasJsonShape T>
  bool read(JsonValue json, T& out) {
    if (!json.is(JsonKind::Object)) return expected(json, "an object");
    for (const JsonValue each : json.children()) {
      if (!read_member(each, out)) return false;
    }
    return true;
  }

  template <HasJsonShape T>
  bool read_member(JsonValue json, T& out) {
    bool known = false;
    bool ok = true;
    const auto read_if_named = [&](const auto& member) {
      if (known || !json.key_is(member.name)) return;
      known = true;
      if (json.is(JsonKind::Null)) return;
      way_.push_back({member.name, 0});
      ok = read(json, (out.*member.field).emplace());
      if (ok) way_.pop_back();
    };
    std::apply([&](const auto&... member) { (read_if_named(member), ...); }, JsonShape<T>::members);
    if (!known) out.extras.push_back({json.key(), json_line(json)});
    return ok;
  }

  std::vector<Part> way_ = {};
  std::string problem_ = {};
  ByteRange problem_at_ = {};
};

}  // namespace tsg
