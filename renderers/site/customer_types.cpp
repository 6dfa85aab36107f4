// SPDX-License-Identifier: MIT
#include "renderers/site/customer_types.h"

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct TypeWords {
  std::string_view type = {};
  std::string_view words = {};
};

constexpr std::array<TypeWords, 6> types = {{{"generic", "Solutions"},
                                             {"diagnostics", "Diagnosed problems"},
                                             {"resource", "Resource problems"},
                                             {"rca", "Causes of outages"},
                                             {"servicehealthinsights", "Service health"},
                                             {"apollo", "Self-help pages"}}};

const TypeWords* find_type(std::string_view type) {
  const auto same = [type](const TypeWords& each) { return equal_ignoring_case(each.type, type); };
  const auto found = std::find_if(types.begin(), types.end(), same);
  return found == types.end() ? nullptr : &*found;
}

}  // namespace

bool has_own_page(std::string_view self_help_type) {
  return find_type(self_help_type) != nullptr;
}

std::string_view type_in_words(std::string_view self_help_type) {
  const TypeWords* const found = find_type(self_help_type);
  return found == nullptr ? self_help_type : found->words;
}

}  // namespace tsg
