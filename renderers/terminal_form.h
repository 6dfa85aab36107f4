// SPDX-License-Identifier: MIT
// The elements of a form that show, for a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/form.h"
#include "renderers/terminal.h"

namespace tsg {

// `shown` are indices of the form's elements in the order in which they are met; of each the label, the
// control, the options and what was answered.
std::string terminal_form(const Form& form, const std::vector<std::size_t>& shown,
                          const ElementAnswers& answers, const TerminalOptions& options);

}  // namespace tsg
