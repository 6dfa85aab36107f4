// SPDX-License-Identifier: MIT
// Which Azure resource a JSON text is: "Microsoft.Network/networkSecurityGroups/securityRules". Shows
// simdjson types, so it is for this room only.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/model/catalogue.h"

namespace tsg {

// The items of an array, or of an object's `value`, as a REST answer wraps a list.
std::optional<simdjson::dom::array> listed_items(simdjson::dom::element value);

// `type` of the resource, else the type that its `id` names behind the last `/providers/`; of a list, that of
// its first item. Empty when neither says one.
std::string resource_type(simdjson::dom::element value);

// Whether the document is declared to hold resources of `type`.
bool holds_type(const CatalogueDocument& document, std::string_view type);

}  // namespace tsg
