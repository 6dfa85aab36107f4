// SPDX-License-Identifier: MIT
// "Did you mean": the known name nearest to one that was mistyped.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

// Edits (insert, delete, replace, swap of neighbours; case is free) between two names.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `name`, when it is near enough that a slip explains it: at most a third of the
// longer name's characters. The first of equals wins, so sorted candidates give a stable answer.
std::optional<std::string> nearest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace tsg
