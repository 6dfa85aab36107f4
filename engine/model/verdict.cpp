// SPDX-License-Identifier: MIT
#include "engine/model/verdict.h"

namespace tsg {

std::string_view name_of(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::Answer:
      return "answer";
    case VerdictKind::Unknown:
      return "unknown";
    case VerdictKind::NotApplicable:
      return "not-applicable";
    case VerdictKind::Error:
      return "error";
  }
  return "";
}

}  // namespace tsg
