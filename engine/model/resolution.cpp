// SPDX-License-Identifier: MIT
#include "engine/model/resolution.h"

namespace tsg {

std::string_view name_of(AnsweredBy by) {
  switch (by) {
    case AnsweredBy::Nobody:
      return "nobody";
    case AnsweredBy::Rule:
      return "rule";
    case AnsweredBy::Agent:
      return "agent";
  }
  return "";
}

std::string_view name_of(ValueOrigin origin) {
  switch (origin) {
    case ValueOrigin::Finding:
      return "finding";
    case ValueOrigin::Verdict:
      return "verdict";
    case ValueOrigin::Input:
      return "input";
    case ValueOrigin::Fact:
      return "fact";
    case ValueOrigin::Default:
      return "default";
  }
  return "";
}

}  // namespace tsg
