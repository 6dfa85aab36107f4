// SPDX-License-Identifier: MIT
// The elements of a form that show, for programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/form.h"

namespace tsg {

// {"title", "elements": [...], "hidden": [ids]}: `shown` are indices of the form's elements in the order in
// which they are met. With a line end.
std::string form_json(const Form& form, const std::vector<std::size_t>& shown);

}  // namespace tsg
