// SPDX-License-Identifier: MIT
#include "tools/api/help_request.h"

namespace tsg {

Problem wrong_shape(const std::string& told) {
  Problem problem{.detail = told, .help = "see docs/api.md for what is wanted"};
  const std::size_t end = told.starts_with('`') ? told.find('`', 1) : std::string::npos;
  if (end == std::string::npos || end + 2 > told.size()) {
    problem.errors.push_back({"", told});
  } else {
    problem.errors.push_back({told.substr(1, end - 1), told.substr(end + 2)});
  }
  return problem;
}

}  // namespace tsg
