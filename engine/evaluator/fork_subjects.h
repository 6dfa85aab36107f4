// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/verdict.h"

namespace tsg {

// The subjects a fork goes on with, one for each finding of its rule, in order.
struct ForkSubjects {
  std::vector<std::string> names = {};  // "outer / inner" inside another fork
  std::string problem = {};             // not empty: there are none, because of this
  bool operator==(const ForkSubjects&) const = default;
};

// Subjects must be unique and non-empty, at most limits::subjects, and with `outer` (empty outside forks) not
// longer than limits::subject_bytes.
ForkSubjects fork_subjects(const Verdict& verdict, std::string_view outer);

}  // namespace tsg
