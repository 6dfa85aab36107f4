// SPDX-License-Identifier: MIT
// `tsg form`: the elements of a form that show, given what was answered.
#pragma once

#include <string>
#include <vector>

#include "tools/console.h"
#include "tools/output_format.h"

namespace tsg {

struct FormCommand {
  std::string file = {};
  std::vector<std::string> answers = {};  // "id=value"; an id may occur again where several may be chosen
  OutputFormat format = OutputFormat::Terminal;  // or Json
  std::string output = {};
  int width = 0;
};

// An answer to an element that the form has not, or one that is none of its options, is a usage error; one to
// an element that does not show is told and does not count.
ExitCode show_form(const FormCommand& command, const Console& console);

}  // namespace tsg
