// SPDX-License-Identifier: MIT
// Fills structs from JSON by their JsonShape: every member there, once, of its type, and no others. Stops at
// the first problem and remembers what and where it was.
//
// Nesting needs no limit of its own: nothing is entered that no shape expects.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/loader/json_shape.h"
#include "engine/model/value.h"

namespace tsg {

enum class MisreadingKind : std::uint8_t { Syntax, Shape };

struct Misreading {
  MisreadingKind kind = MisreadingKind::Shape;
  const char* at = nullptr;  // into the text; null: at its end
  std::string message = {};
  std::string help = {};
};

class StrictJson {
 public:
  using Json = simdjson::ondemand::value;

  const std::optional<Misreading>& problem() const { return problem_; }

  // Each gives false once there is a problem, and then does nothing more.
  bool read(Json json, std::string& out);
  bool read(Json json, bool& out);
  bool read(Json json, std::uint32_t& out);
  bool read(Json json, std::int64_t& out);
  bool read(Json json, std::size_t& out);  // an index; null is SIZE_MAX
  bool read(Json json, Value& out);        // by what is written: null, true, 1, 1.5, "text", ["text"]

  template <typename T>
  bool read(Json json, std::vector<T>& out);
  template <typename T>  // null leaves it empty
  bool read(Json json, std::optional<T>& out);
  template <HasJsonWords T>
  bool read(Json json, T& out);
  template <HasJsonStandIn T>
  bool read(Json json, T& out);
  template <HasJsonShape T>
  bool read(Json json, T& out);
  template <HasJsonShape T>
  bool read_members(simdjson::ondemand::object object, const char* at, T& out);

  bool fail(MisreadingKind kind, const char* at, std::string message, std::string help = {});
  // What stands where we are: "visits[3].verdict.kind"; empty for the whole document.
  std::string where() const;
  // "`visits[3].step`", or "the document".
  std::string quoted_where() const;

 private:
  // A part of the way to the value that is being read: a member's name or, when that is empty, an index.
  struct Part {
    std::string_view name = {};
    std::size_t index = 0;
  };

  bool expected(Json json, const char* at, std::string_view what, simdjson::error_code error);
  bool syntax(const char* at, simdjson::error_code error);
  bool unknown_member(const char* at, std::string_view name, const std::vector<std::string>& known);
  bool unknown_word(const char* at, std::string_view word, const std::vector<std::string>& known);
  bool missing_member(const char* at, std::string_view name);
  bool repeated_member(const char* at, std::string_view name);
  template <HasJsonShape T, std::size_t count>
  bool read_member(simdjson::ondemand::field field, std::array<bool, count>& seen, T& out);
  template <HasJsonShape T>
  static constexpr auto names_in() {
    return std::apply([](const auto&... each) { return std::array{each.name...}; }, JsonShape<T>::members);
  }
  bool read_field(std::string_view name, Json json, auto& out) {
    way_.push_back({name, 0});
    const bool ok = read(json, out);
    if (ok) way_.pop_back();
    return ok;
  }
  static const char* place(Json& json);

  std::vector<Part> way_ = {};
  std::optional<Misreading> problem_ = {};
};

template <typename T>
bool StrictJson::read(Json json, std::vector<T>& out) {
  const char* at = place(json);
  simdjson::ondemand::array array;
  if (const auto error = json.get_array().get(array)) return expected(json, at, "a list", error);
  way_.push_back({});
  for (auto each : array) {
    Json item;
    if (const auto error = std::move(each).get(item)) return syntax(at, error);
    way_.back().index = out.size();
    out.emplace_back();
    if (!read(item, out.back())) return false;
  }
  way_.pop_back();
  return true;
}

template <typename T>
bool StrictJson::read(Json json, std::optional<T>& out) {
  bool null = false;
  const char* at = place(json);
  if (const auto error = json.is_null().get(null)) return syntax(at, error);
  return null || read(json, out.emplace());
}

template <HasJsonWords T>
bool StrictJson::read(Json json, T& out) {
  const char* at = place(json);
  std::string word;
  if (!read(json, word)) return false;
  std::vector<std::string> words;
  for (const T each : json_words<T>) {
    out = each;
    if (name_of(each) == word) return true;
    words.emplace_back(name_of(each));
  }
  return unknown_word(at, word, words);
}

template <HasJsonStandIn T>
bool StrictJson::read(Json json, T& out) {
  const char* at = place(json);
  typename JsonStandIn<T>::Type stand_in;
  if (!read(json, stand_in)) return false;
  std::string problem = stand_in.give(out);
  return problem.empty() || fail(MisreadingKind::Shape, at, quoted_where() + " " + problem);
}

template <HasJsonShape T>
bool StrictJson::read(Json json, T& out) {
  const char* at = place(json);
  simdjson::ondemand::object object;
  if (const auto error = json.get_object().get(object)) return expected(json, at, "an object", error);
  return read_members(object, at, out);
}

template <HasJsonShape T>
bool StrictJson::read_members(simdjson::ondemand::object object, const char* at, T& out) {
  constexpr std::size_t count = std::tuple_size_v<std::remove_cvref_t<decltype(JsonShape<T>::members)>>;
  std::array<bool, count> seen = {};
  for (auto each : object) {
    simdjson::ondemand::field field;
    if (const auto error = std::move(each).get(field)) return syntax(at, error);
    if (!read_member(field, seen, out)) return false;
  }
  const auto first_missing = std::find(seen.begin(), seen.end(), false);
  if (first_missing == seen.end()) return true;
  return missing_member(at, names_in<T>()[static_cast<std::size_t>(first_missing - seen.begin())]);
}

template <HasJsonShape T, std::size_t count>
bool StrictJson::read_member(simdjson::ondemand::field field, std::array<bool, count>& seen, T& out) {
  const char* key_at = field.key().raw() - 1;  // its quote
  std::string_view key;
  if (const auto error = field.unescaped_key().get(key)) return syntax(key_at, error);
  const auto names = names_in<T>();
  const auto found = std::find(names.begin(), names.end(), key);
  if (found == names.end()) return unknown_member(key_at, key, {names.begin(), names.end()});
  const auto wanted = static_cast<std::size_t>(found - names.begin());
  if (std::exchange(seen[wanted], true)) return repeated_member(key_at, *found);
  bool ok = false;
  std::size_t index = 0;
  const auto read_if_wanted = [&](const auto& member) {
    if (index++ == wanted) ok = read_field(member.name, field.value(), out.*member.field);
  };
  std::apply([&](const auto&... member) { (read_if_wanted(member), ...); }, JsonShape<T>::members);
  return ok;
}

}  // namespace tsg
