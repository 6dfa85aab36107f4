// SPDX-License-Identifier: MIT
// A visibility expression to its tree (docs/form-format.md):
//
//   expression := all ("||" all)*
//   all        := term ("&&" term)*
//   term       := "(" expression ")" | id ("==" | "!=") value
//   value      := "null" | the text up to "&&", "||", a ")" that no "(" of the value opened, or the end
//
// Blanks around ids and values do not count. Tested by form_visibility_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/visibility.h"

namespace tsg {

enum class VisibilityFlaw : std::uint8_t {
  Unreadable,      // a term is none; there is no tree
  UnmatchedClose,  // a `)` that nothing opened ends the expression; what is behind it is not read
  MixedOperators,  // `&&` and `||` side by side: `&&` binds tighter
};

struct VisibilityProblem {
  VisibilityFlaw flaw = VisibilityFlaw::Unreadable;
  ByteRange range = {};  // bytes of the expression
  std::string message = {};
};

struct VisibilityParse {
  std::optional<VisibilityExpression> expression = {};
  std::vector<VisibilityProblem> problems = {};  // at most one of each flaw
};

// Beyond limits::visibility_depth and limits::visibility_terms it is Unreadable.
VisibilityParse parse_visibility(std::string_view text);

}  // namespace tsg
