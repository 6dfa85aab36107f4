// SPDX-License-Identifier: MIT
// The answers of a questions form, as JSON: {"<question>": "<option>", ...}.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace tsg {

struct FormReading {
  std::map<std::string, std::string> answers = {};
  Diagnostics diagnostics = {};
};

FormReading read_form(std::string file, std::string_view bytes);

}  // namespace tsg
