// SPDX-License-Identifier: MIT
// Finds the components of an article and reads their members.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/model/article.h"
#include "engine/model/component.h"

namespace tsg {

// In the order of their opens, at most limits::components of them, each with at most
// limits::component_members members; what is beyond is not looked at. Names of elements and members are
// compared without case. A component ends with its close tag; without one, where the next begins, or with the
// last of its members. Of members of one name the first counts. Inside a member all tags but its close tag, a
// component's and another known member's are text. What is in code or in a comment is no component.
std::vector<Component> read_components(const Article& article);

// The members that a component of this name may have, required ones first; empty when there is no such
// component. `required` says how many must be there.
struct ComponentShape {
  std::vector<std::string_view> members = {};
  std::size_t required = 0;
};
ComponentShape shape_of_component(std::string_view name);

// The whole value when it is digits only and below a million.
std::optional<std::uint32_t> component_number(std::string_view value);
std::optional<bool> component_boolean(std::string_view value);

}  // namespace tsg
