// SPDX-License-Identifier: MIT
// A fact as the text of a placeholder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/facts.h"
#include "engine/model/value.h"

namespace tsg {

struct FactValue {
  Value value = {};       // a string; a list of strings where the path is a list's or passes through one
  std::string path = {};  // as the catalogue spells it
  DataClass data_class = DataClass::Public;
  bool operator==(const FactValue&) const = default;
};

// The fact at a declared path: "applicationGateway.name", "applicationGateway.frontendPorts[].port",
// "applicationGateway.frontendPorts[0].port", "serviceTags.Storage". Empty where a rule would not get a text:
// the path is not declared, absent, null, of another type, stale, too long, an object - or secret.
std::optional<FactValue> fact_value(const Facts& facts, std::string_view path);

}  // namespace tsg
