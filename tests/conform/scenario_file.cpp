// SPDX-License-Identifier: MIT
#include "tests/conform/scenario_file.h"

#include <toml++/toml.h>

#include <fstream>
#include <stdexcept>

namespace tsg::conform {

namespace {

std::map<std::string, std::vector<std::string>> node_lists(const toml::table& root, std::string_view name) {
  std::map<std::string, std::vector<std::string>> lists;
  const toml::table* table = root[name].as_table();
  if (table == nullptr) throw std::runtime_error("conformance.toml has no [" + std::string(name) + "]");
  for (const auto& [key, node] : *table) {
    std::vector<std::string>& nodes = lists[std::string(key.str())];
    if (const auto one = node.value<std::string>()) nodes.push_back(*one);
    if (const toml::array* many = node.as_array()) {
      for (const toml::node& each : *many) nodes.push_back(each.value_or(std::string()));
    }
  }
  return lists;
}

}  // namespace

NodeMap read_node_map(const std::string& path) {
  const toml::table root = toml::parse_file(path);
  NodeMap map;
  map.steps = node_lists(root, "steps");
  map.outcomes = node_lists(root, "outcomes");
  for (const auto& [outcome, causes] : node_lists(root, "causes")) map.causes[outcome] = causes.at(0);
  return map;
}

nlohmann::ordered_json read_json(const std::string& path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error("cannot open " + path);
  return nlohmann::ordered_json::parse(file);
}

nlohmann::ordered_json rest_shape(const nlohmann::ordered_json& facts) {
  static const std::set<std::string> at_the_top = {"id",   "name", "type",  "location",
                                                   "etag", "tags", "zones", "identity"};
  if (facts.is_array()) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& item : facts) list.push_back(rest_shape(item));
    return list;
  }
  if (!facts.is_object()) return facts;
  nlohmann::ordered_json shaped = nlohmann::ordered_json::object();
  nlohmann::ordered_json inner = nlohmann::ordered_json::object();
  const bool resource = facts.contains("name") && facts.size() > 1 && !facts.contains("tier");
  for (const auto& [key, value] : facts.items()) {
    if (resource && key == "resourceGroup") continue;  // only az adds it
    (resource && at_the_top.count(key) == 0 ? inner : shaped)[key] = rest_shape(value);
  }
  if (!inner.empty()) shaped["properties"] = inner;
  return shaped;
}

}  // namespace tsg::conform
