// SPDX-License-Identifier: MIT
// Which elements of a form refer to which, in an order in which they can be decided.
#pragma once

#include <cstddef>
#include <limits>
#include <vector>

#include "engine/model/form.h"

namespace tsg {

struct FormReferences {
  static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

  // For each element, for each term of its visibility: the index of the element meant, or nobody.
  std::vector<std::vector<std::size_t>> targets = {};
  // Every element once; those it refers to stand before it, unless they are of its ring.
  std::vector<std::size_t> order = {};
  // For each element the number of its ring: elements of one number lead to each other.
  std::vector<std::size_t> ring = {};
};

FormReferences form_references(const Form& form);

}  // namespace tsg
