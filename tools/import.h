// SPDX-License-Identifier: MIT
// `tsg import`: a draft of a guide from a folder of articles.
#pragma once

#include <string>
#include <vector>

#include "tools/console.h"

namespace tsg {

struct ImportCommand {
  std::string folder = {};
  std::string pack = {};
  std::vector<std::string> forms = {};  // TSG_Questions articles besides those in the folder
  std::string output = {};              // the guide's folder; empty: guides/ and the folder's name
};

ExitCode import_guide(const ImportCommand& command, const Console& console);

}  // namespace tsg
