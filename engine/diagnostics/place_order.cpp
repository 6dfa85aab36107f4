// SPDX-License-Identifier: MIT
#include "engine/diagnostics/place_order.h"

#include <algorithm>

namespace tsg {

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return a.place.range.begin < b.place.range.begin;
  });
}

}  // namespace tsg
