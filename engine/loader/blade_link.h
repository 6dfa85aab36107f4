// SPDX-License-Identifier: MIT
// Reads the target of a link that opens a blade of the portal:
//
//   data-blade:Extension.Blade.resourceId.$resourceId;data-blade-uri:{$domain}/#@tenant/resource/...
//
// A dot ends a part, so no value holds one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/component.h"

namespace tsg {

struct BladeReading {
  BladeLink link = {};
  std::size_t parts = 0;    // between the dots
  bool empty_part = false;  // as in `Extension..id`; a target without a blade has one
  std::string rest = {};    // behind `;`, when it is not `data-blade-uri:`
};

// Nothing when `target` has another scheme than data-blade, button-data-blade and button-data-context.
// A last parameter without a value has an empty one.
std::optional<BladeReading> read_blade_link(std::string_view target);

// The names of `{$name}` in an address, in their order.
std::vector<std::string_view> names_in_uri(std::string_view uri);

}  // namespace tsg
