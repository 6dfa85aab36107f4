// SPDX-License-Identifier: MIT
// A property that must hold whatever the input is.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace tsg::fuzz {

// Ends the process as a crash does, saying which property broke: `what`, and what was seen.
inline void require(bool holds, std::string_view what, std::string_view seen = "") {
  if (holds) return;
  std::fprintf(stderr, "property broken: %.*s\n%.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(seen.size()), seen.data());
  std::abort();
}

inline void require_equal(std::string_view seen, std::string_view wanted, std::string_view what) {
  if (seen == wanted) return;
  require(false, what, "seen:   " + std::string(seen) + "\nwanted: " + std::string(wanted));
}

}  // namespace tsg::fuzz
