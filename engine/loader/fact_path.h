// SPDX-License-Identifier: MIT
// The notation of a catalogue's left and right sides:
//
//   backendAddressPools[].backendAddresses[].fqdn     members, `[]` for a list's items
//   {}  tags.{}.value  tags{}.value                   `{}` for a map's items, with or without a dot before it
//   string?  object[]  {}string[]  {}object?          `{}T` a map of T, `T[]` a list of T, `?` optional, last
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"

namespace tsg {

struct PathStep {
  enum class Kind : std::uint8_t { Member, ListItem, MapItem };
  Kind kind = Kind::Member;
  std::string_view name = {};  // of a Member; borrows the path
  bool operator==(const PathStep&) const = default;
};

// The steps of a path below its document; nothing when it is no path.
std::optional<std::vector<PathStep>> parse_fact_path(std::string_view path);

struct TypeExpression {
  std::vector<FactType> containers = {};  // Map or List, outermost first
  FactType base = FactType::Object;       // neither Map nor List
  bool optional = false;
  bool operator==(const TypeExpression&) const = default;
};

// Nothing when the base is no type.
std::optional<TypeExpression> parse_fact_type(std::string_view text);

// What to write instead of a type that is none: "did you mean `string`?".
std::string fact_type_help(std::string_view text);

}  // namespace tsg
