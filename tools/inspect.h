// SPDX-License-Identifier: MIT
// `tsg inspect`: one record a line for each article of files and folders.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"

namespace tsg {

struct Inspection {
  std::size_t articles = 0;
  std::size_t unreadable = 0;  // files and folders named or found that could not be read
  bool written = true;         // false: `out` took not all records
  bool operator==(const Inspection&) const = default;
};

// Writes the record of every article to `out`. A folder stands for the `.md` files in it and below, sorted;
// their records name them relative to the folder, hidden files and symbolic links are left out. A file is
// named as given. Every article is read whatever became of those before it; what is wrong with one is told to
// `tell`.
Inspection inspect(const std::vector<std::string>& paths, std::FILE* out,
                   const std::function<void(const Diagnostic&)>& tell);

}  // namespace tsg
