// SPDX-License-Identifier: MIT
#include "engine/model/answers.h"

namespace tsg {

const GivenAnswer* Answers::find(std::string_view step, std::string_view subject) const {
  const GivenAnswer* general = nullptr;
  const GivenAnswer* particular = nullptr;
  for (const GivenAnswer& each : answers) {
    if (each.step != step) continue;
    if (each.subject.empty()) general = &each;
    if (!each.subject.empty() && each.subject == subject) particular = &each;
  }
  return particular != nullptr ? particular : general;
}

}  // namespace tsg
