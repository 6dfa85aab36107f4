// SPDX-License-Identifier: MIT
// What is wrong with the `visibility` of form elements (J10 to J15, and rings).
#pragma once

#include <vector>

#include "engine/checker/form_check.h"

namespace tsg {

void check_visibility(ArticleSource& source, const Form& form, const std::vector<WrittenElement>& elements);

}  // namespace tsg
