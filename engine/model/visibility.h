// SPDX-License-Identifier: MIT
// When an element of a form shows: a tree of comparisons with the answers of other elements.
//
//   issue == Other && (os == Linux || os != null)
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

enum class Comparison : std::uint8_t { Equal, NotEqual };

struct VisibilityTerm {
  std::string element = {};  // the id of the element whose answer is compared
  Comparison comparison = Comparison::Equal;
  std::optional<std::string> value = {};  // empty: `null`, which is no answer
  ByteRange element_range = {};           // bytes of the expression
  ByteRange value_range = {};
  bool operator==(const VisibilityTerm&) const = default;
};

enum class VisibilityKind : std::uint8_t { Term, All, Any };

// A node of the tree. Children stand before their parent in VisibilityExpression::nodes.
struct VisibilityNode {
  VisibilityKind kind = VisibilityKind::Term;
  std::uint32_t term = 0;                    // of a Term: index into terms
  std::vector<std::uint32_t> children = {};  // of All and Any: two or more
  bool operator==(const VisibilityNode&) const = default;
};

struct VisibilityExpression {
  std::vector<VisibilityTerm> terms = {};  // as written
  std::vector<VisibilityNode> nodes = {};  // the last one is the root; never empty
  bool operator==(const VisibilityExpression&) const = default;
};

enum class Showing : std::uint8_t {
  Always,   // no `visibility`, or one that is null, true, "null", "true", or cannot be read
  Never,    // false or "false"
  Depends,  // on `expression`
};

struct Visibility {
  Showing showing = Showing::Always;
  VisibilityExpression expression = {};
  bool operator==(const Visibility&) const = default;
};

}  // namespace tsg
