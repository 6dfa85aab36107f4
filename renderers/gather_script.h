// SPDX-License-Identifier: MIT
// A POSIX shell script that gathers the facts a guide can read into a folder that `--facts` takes. What a
// catalogue says becomes quoted words of commands and nothing else; what the script is given stays in quoted
// variables.
#pragma once

#include <string>

#include "engine/model/requirements.h"

namespace tsg {

std::string gather_script(const Requirements& requirements);

}  // namespace tsg
