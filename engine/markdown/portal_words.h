// SPDX-License-Identifier: MIT
// What stands for the parts of an article that only the portal can show: components, and links to its blades.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/component.h"

namespace tsg {

struct ComponentWords {
  std::string html = {};  // read through the allow-list like an author's; empty: the component is left out
  std::optional<Insight> insight = {};  // when `html` holds the slot
};

// Both may be empty: components are left out, and links to blades are text.
struct PortalWords {
  // `source` is a component from its open tag to its close tag. `slot` is the word that stands in `html`
  // where the findings of an insight go.
  std::function<ComponentWords(std::string_view source, std::string_view slot)> component = {};
  // The address that opens what a link to a blade names; nothing when there is none.
  std::function<std::optional<std::string>(std::string_view target)> blade = {};
};

}  // namespace tsg
