// SPDX-License-Identifier: MIT
// A header's value with parameters: `form-data; name="a b"; filename=x`.
// Tested by header_parameters_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tsg::web {

struct HeaderParameters {
  std::string_view value = {};                                       // before the first `;`; borrowed
  std::vector<std::pair<std::string, std::string>> parameters = {};  // in order, names in lower case
  std::size_t count(std::string_view name) const;
  // The first of that name; nullptr when there is none.
  const std::string* find(std::string_view name) const;
};

// A parameter's value is a token, or stands in quotes and ends at the next one: a backslash is a character
// like others there, as browsers write names of files. Nothing when it is neither, or when anything is left
// over.
std::optional<HeaderParameters> read_parameters(std::string_view text);

}  // namespace tsg::web
