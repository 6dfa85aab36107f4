// SPDX-License-Identifier: MIT
// Which Azure resource a JSON text is: "Microsoft.Network/networkSecurityGroups/securityRules". Shows
// simdjson types, so it is for this room only.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>

namespace tsg {

// The items of an array, or of an object's `value`, as a REST answer wraps a list.
std::optional<simdjson::dom::array> listed_items(simdjson::dom::element value);

// `type` of the resource, else the type that its `id` names behind the last `/providers/`; of a list, that of
// its first item. Empty when neither says one.
std::string resource_type(simdjson::dom::element value);

}  // namespace tsg
