// SPDX-License-Identifier: MIT
// Which elements of a form show, given what was answered so far.
//
// An element is worth its answer when it shows and was answered, else `null`. A comparison with `null` asks
// just that; one with a value holds (==) when the answer is that value, byte by byte, or, where several were
// chosen, one of them is; != is its opposite, so `x != a` holds while x is `null`.
//
// The result does not depend on the order of the elements: one may refer to a later one. Elements that refer
// to each other in a ring, or to themselves, cannot wait for each other: a reference that leads back to its
// own element, directly or through others, sees `null`. An id that no element has is `null` too; of several
// elements with one id references mean the first.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/model/form.h"

namespace tsg {

// For each element of the form whether it shows. Linear in the elements and the comparisons.
std::vector<bool> visible_elements(const Form& form, const ElementAnswers& answers);

// Indices of the elements that show, as a reader meets them: by `order`, equal ones as written.
std::vector<std::size_t> shown_in_order(const Form& form, const ElementAnswers& answers);

// Groups of elements that refer to each other in a ring, or one element that refers to itself: indices, in
// ascending order. Groups stand in the order of their first elements.
std::vector<std::vector<std::size_t>> visibility_rings(const Form& form);

}  // namespace tsg
