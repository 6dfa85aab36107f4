// SPDX-License-Identifier: MIT
#include "tools/server/header.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg::web {

const std::string* find_header(const Headers& headers, std::string_view name) {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const Header& each) { return equal_ignoring_case(each.name, name); });
  return found == headers.end() ? nullptr : &found->value;
}

std::size_t count_headers(const Headers& headers, std::string_view name) {
  const auto named = [&](const Header& each) { return equal_ignoring_case(each.name, name); };
  return static_cast<std::size_t>(std::count_if(headers.begin(), headers.end(), named));
}

}  // namespace tsg::web
