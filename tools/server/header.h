// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tsg::web {

struct Header {
  std::string name = {};
  std::string value = {};
  bool operator==(const Header&) const = default;
};

using Headers = std::vector<Header>;

// The first header of that name, whatever its case; nullptr when there is none.
const std::string* find_header(const Headers& headers, std::string_view name);
std::size_t count_headers(const Headers& headers, std::string_view name);

}  // namespace tsg::web
