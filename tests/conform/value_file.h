// SPDX-License-Identifier: MIT
// A file of hostile values: {"format": 1, "values": [{"id", "value", "contexts", ...}]}. A value is a string,
// a number, a boolean or an object; {"repeat": "A", "times": 9} stands for a long string.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/value.h"

namespace tsg::conform {

struct HostileValue {
  std::string id = {};
  nlohmann::json json = {};                // as the file has it, long strings written out
  std::optional<Value> value = {};         // nothing for an object, which no value of tsg can be
  std::vector<std::string> contexts = {};  // each once
};

// Throws std::runtime_error when the file cannot be read or lists nothing.
std::vector<HostileValue> read_hostile_values(const std::string& path);

}  // namespace tsg::conform
