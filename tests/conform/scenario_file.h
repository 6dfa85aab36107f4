// SPDX-License-Identifier: MIT
// A file of the schema "tsg-scenarios/1" and the mapping from its node ids to a guide's ids, which stands
// beside the guide as conformance.toml.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace tsg::conform {

struct NodeMap {
  std::map<std::string, std::vector<std::string>> steps = {};     // step -> nodes it stands for
  std::map<std::string, std::vector<std::string>> outcomes = {};  // outcome -> nodes
  std::map<std::string, std::string> causes = {};                 // outcome -> root cause
};

// Throws std::runtime_error with the reason when a file cannot be read: this is a test program.
NodeMap read_node_map(const std::string& path);
nlohmann::ordered_json read_json(const std::string& path);

// The documents of a scenario in the shape of the REST API: every object with a name, but a sku, keeps what
// ARM keeps at the top (id, name, type, location, ...) and nests the rest under `properties`; what only az
// adds is left out.
nlohmann::ordered_json rest_shape(const nlohmann::ordered_json& facts);

}  // namespace tsg::conform
