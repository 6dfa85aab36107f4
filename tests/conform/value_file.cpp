// SPDX-License-Identifier: MIT
#include "tests/conform/value_file.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace tsg::conform {

namespace {

using nlohmann::json;

json written_out(const json& value) {
  if (!value.is_object() || value.size() != 2 || !value.contains("repeat") || !value.contains("times"))
    return value;
  const auto part = value["repeat"].get<std::string>();
  std::string text;
  for (std::size_t left = value["times"].get<std::size_t>(); left > 0; --left) text += part;
  return text;
}

std::optional<Value> value_of(const json& value) {
  if (value.is_string()) return Value(value.get<std::string>());
  if (value.is_boolean()) return Value(value.get<bool>());
  if (value.is_number_integer()) return Value(value.get<std::int64_t>());
  if (value.is_number()) return Value(value.get<double>());
  return std::nullopt;
}

HostileValue read_value(const json& entry) {
  HostileValue read;
  read.id = entry.at("id").get<std::string>();
  read.json = written_out(entry.at("value"));
  read.value = value_of(read.json);
  for (const json& context : entry.at("contexts")) {
    const auto name = context.get<std::string>();
    if (std::find(read.contexts.begin(), read.contexts.end(), name) == read.contexts.end())
      read.contexts.push_back(name);
  }
  return read;
}

}  // namespace

std::vector<HostileValue> read_hostile_values(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + " cannot be read");
  std::vector<HostileValue> values;
  const json root = json::parse(file);
  for (const json& entry : root.at("values")) values.push_back(read_value(entry));
  if (values.empty()) throw std::runtime_error(path + " lists no value");
  return values;
}

}  // namespace tsg::conform
