// SPDX-License-Identifier: MIT
#include "engine/model/requirements.h"

#include <algorithm>

#include "engine/model/gather_argument.h"

namespace tsg {

std::string_view name_of(FactReaderKind kind) {
  switch (kind) {
    case FactReaderKind::Step:
      return "step";
    case FactReaderKind::Fork:
      return "for-each";
    case FactReaderKind::Check:
      return "check";
    case FactReaderKind::Values:
      return "value";
  }
  return {};
}

std::vector<std::string> gather_parameters(const std::vector<std::string>& arguments) {
  std::vector<std::string> names;
  for (const std::string& argument : arguments) {
    for (const ArgumentPart& part : parts_of_argument(argument)) {
      const bool known = std::find(names.begin(), names.end(), part.text) != names.end();
      if (part.kind == ArgumentPartKind::Parameter && !known) names.push_back(part.text);
    }
  }
  return names;
}

}  // namespace tsg
