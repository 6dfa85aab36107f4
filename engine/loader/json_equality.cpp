// SPDX-License-Identifier: MIT
#include "engine/loader/json_equality.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace tsg {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;
using Member = std::pair<std::string_view, element>;

std::vector<Member> sorted_members(simdjson::dom::object object) {
  std::vector<Member> members;
  for (const auto [key, value] : object) members.emplace_back(key, value);
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return a.first < b.first; });
  return members;
}

bool equal_objects(simdjson::dom::object a, simdjson::dom::object b) {
  if (a.size() != b.size()) return false;
  const std::vector<Member> left = sorted_members(a);
  const std::vector<Member> right = sorted_members(b);
  return std::equal(
      left.begin(), left.end(), right.begin(), right.end(),
      [](const Member& x, const Member& y) { return x.first == y.first && equal_json(x.second, y.second); });
}

bool equal_arrays(simdjson::dom::array a, simdjson::dom::array b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal_json);
}

bool equal_numbers(element a, element b) {
  if (a.type() == b.type()) {
    switch (a.type()) {
      case element_type::INT64:
        return a.get_int64().value_unsafe() == b.get_int64().value_unsafe();
      case element_type::UINT64:
        return a.get_uint64().value_unsafe() == b.get_uint64().value_unsafe();
      default:
        break;
    }
  }
  return a.get_double().value_unsafe() == b.get_double().value_unsafe();
}

}  // namespace

// Recursion goes no deeper than limits::facts_depth: the parser has held it.
bool equal_json(element a, element b) {
  if (a.is_number() && b.is_number()) return equal_numbers(a, b);
  if (a.type() != b.type()) return false;
  switch (a.type()) {
    case element_type::ARRAY:
      return equal_arrays(a.get_array().value_unsafe(), b.get_array().value_unsafe());
    case element_type::OBJECT:
      return equal_objects(a.get_object().value_unsafe(), b.get_object().value_unsafe());
    case element_type::STRING:
      return a.get_string().value_unsafe() == b.get_string().value_unsafe();
    case element_type::BOOL:
      return a.get_bool().value_unsafe() == b.get_bool().value_unsafe();
    case element_type::NULL_VALUE:
      return true;
    case element_type::INT64:
    case element_type::UINT64:
    case element_type::DOUBLE:
      return equal_numbers(a, b);
  }
  return false;
}

}  // namespace tsg
