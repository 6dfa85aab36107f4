// SPDX-License-Identifier: MIT
#include "engine/loader/resource_type.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view providers = "/providers/";

std::string_view text_member(object members, std::string_view name) {
  for (const auto [key, member] : members) {
    if (equal_ignoring_case(key, name) && member.is_string()) return member.get_string().value_unsafe();
  }
  return {};
}

// ".../providers/Microsoft.Network/routeTables/rt1/routes/r1" -> "Microsoft.Network/routeTables/routes":
// namespace, then types and names by turns. Empty when a name is missing at the end.
std::string type_of_id(std::string_view id) {
  const std::size_t at = ascii_lowered(id).rfind(providers);
  if (at == std::string::npos) return {};
  std::string_view rest = id.substr(at + providers.size());
  std::string type;
  std::size_t parts = 0;
  while (!rest.empty()) {
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    if (parts == 0 || parts % 2 == 1) {
      if (parts > 0) type += '/';
      type += rest.substr(0, slash);
    }
    ++parts;
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return parts >= 3 && parts % 2 == 1 ? type : std::string();
}

}  // namespace

std::optional<array> listed_items(element value) {
  if (value.is_array()) return value.get_array().value_unsafe();
  if (!value.is_object()) return std::nullopt;
  const object members = value.get_object().value_unsafe();
  for (const auto [key, member] : members) {
    if (equal_ignoring_case(key, "value") && member.is_array()) return member.get_array().value_unsafe();
  }
  return std::nullopt;
}

std::string resource_type(element value) {
  element resource = value;
  if (const std::optional<array> items = listed_items(value)) {
    if (items->begin() == items->end()) return {};
    resource = *items->begin();
  }
  if (!resource.is_object()) return {};
  const object members = resource.get_object().value_unsafe();
  const std::string_view type = text_member(members, "type");
  if (type.find('/') != std::string_view::npos) return std::string(type);
  return type_of_id(text_member(members, "id"));
}

bool holds_type(const CatalogueDocument& document, std::string_view type) {
  const std::vector<std::string>& types = document.resource_types;
  return std::any_of(types.begin(), types.end(),
                     [type](const std::string& each) { return equal_ignoring_case(each, type); });
}

}  // namespace tsg
