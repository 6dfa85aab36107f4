// SPDX-License-Identifier: MIT
#include "tools/fail_on.h"

#include <algorithm>

namespace tsg {

bool is_finding(const Resolution& resolution, FailOn fail_on) {
  const auto provisional = [](const ReachedOutcome& outcome) { return outcome.provisional; };
  switch (fail_on) {
    case FailOn::Nothing:
      return false;
    case FailOn::Open:
      return !resolution.open.empty();
    case FailOn::Provisional:
      return std::any_of(resolution.outcomes.begin(), resolution.outcomes.end(), provisional);
    case FailOn::Outcome:
      return !resolution.outcomes.empty();
  }
  return false;
}

}  // namespace tsg
