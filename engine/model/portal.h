// SPDX-License-Identifier: MIT
// What an article's links to blades of the Azure portal become: `[portal]` of tsg.toml.
#pragma once

#include <cstdint>
#include <string>

namespace tsg {

enum class BladeUse : std::uint8_t {
  Action,  // the link's words, marked as something to do in the portal
  Link,    // a link into the portal, where the blade needs nothing that only the portal knows
};

struct PortalSettings {
  BladeUse blades = BladeUse::Action;
  std::string address = "https://portal.azure.com";  // without a `/` at its end
  bool operator==(const PortalSettings&) const = default;
};

}  // namespace tsg
