// SPDX-License-Identifier: MIT
#include "tests/conform/json_difference.h"

namespace tsg::conform {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

std::string below(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}

void compare_objects(const std::string& path, object expected, object got,
                     const std::set<std::string>& skipped, Tally& tally) {
  for (const auto& [key, value] : expected) {
    const std::string member = below(path, key);
    if (skipped.contains(member)) continue;
    element other;
    if (got.at_key(key).get(other) != simdjson::SUCCESS) {
      tally.differ(member, simdjson::minify(value), "nothing");
    } else {
      compare_json(member, value, other, skipped, tally);
    }
  }
  for (const auto& [key, value] : got) {
    const std::string member = below(path, key);
    const bool known = expected.at_key(key).error() == simdjson::SUCCESS;
    if (!known && !skipped.contains(member)) tally.differ(member, "nothing", simdjson::minify(value));
  }
}

void compare_arrays(const std::string& path, array expected, array got, const std::set<std::string>& skipped,
                    Tally& tally) {
  if (expected.size() != got.size())
    return tally.differ(path, simdjson::minify(expected), simdjson::minify(got));
  for (std::size_t i = 0; i < expected.size(); ++i) {
    compare_json(path + "[" + std::to_string(i) + "]", expected.at(i), got.at(i), skipped, tally);
  }
}

}  // namespace

void compare_json(const std::string& path, element expected, element got,
                  const std::set<std::string>& skipped, Tally& tally) {
  if (expected.is_object() && got.is_object()) {
    return compare_objects(path, expected.get_object(), got.get_object(), skipped, tally);
  }
  if (expected.is_array() && got.is_array()) {
    return compare_arrays(path, expected.get_array(), got.get_array(), skipped, tally);
  }
  const std::string left = simdjson::minify(expected);
  const std::string right = simdjson::minify(got);
  if (left != right) tally.differ(path, left, right);
}

}  // namespace tsg::conform
