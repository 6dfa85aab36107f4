// SPDX-License-Identifier: MIT
// The [expect] of a scenario's file rewritten in place: values that differ are replaced, what no longer
// exists is taken out, everything else stays byte for byte, comments and order included.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/scenario.h"

namespace tsg {

struct ExpectationChange {
  std::uint32_t line = 0;   // of the file as it was
  std::string what = {};    // "path", "values.NsgName"
  std::string before = {};  // as the file says it; empty: it was not there
  std::string after = {};   // empty: it is taken out
};

struct ExpectationRewrite {
  std::string bytes = {};
  std::vector<ExpectationChange> changes = {};
  Diagnostics diagnostics = {};  // with an error among them `bytes` is not to be used
};

// `now` names nothing that the file does not name, except `provisional`.
ExpectationRewrite rewrite_expectation(const std::string& file, std::string_view bytes,
                                       const Expectation& now);

}  // namespace tsg
