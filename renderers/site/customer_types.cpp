// SPDX-License-Identifier: MIT
#include "renderers/site/customer_types.h"

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::array<std::string_view, 6> types = {"generic", "diagnostics",           "resource",
                                                   "rca",     "servicehealthinsights", "apollo"};

}  // namespace

bool has_own_page(std::string_view self_help_type) {
  return std::any_of(types.begin(), types.end(), [self_help_type](std::string_view type) {
    return equal_ignoring_case(type, self_help_type);
  });
}

}  // namespace tsg
