// SPDX-License-Identifier: MIT
// Which sessions are meant.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string>

#include "tools/sessions/session_head.h"

namespace tsg {

// Where a page of heads ended: both of its last head.
struct HeadPlace {
  std::string changed_at = {};
  std::string id = {};
};

// What is not set says nothing; the rest holds together.
struct SessionFilter {
  std::optional<std::string> guide = {};
  std::optional<SessionState> state = {};
  std::string label_contains = {};                                // letters of ASCII in either case
  std::optional<std::string> outcome = {};                        // one that was reached
  std::optional<std::string> changed_since = {};                  // RFC 3339
  std::size_t limit = std::numeric_limits<std::uint32_t>::max();  // of heads alone
  std::optional<HeadPlace> after = {};                            // of heads alone: go on behind that one
};

}  // namespace tsg
