// SPDX-License-Identifier: MIT
// The articles of a folder, however deep: files that end with `.md`. What begins with a dot is left out, and
// symbolic links are not followed.
#pragma once

#include <string>
#include <vector>

#include "engine/text/result.h"

namespace tsg {

struct ArticleFiles {
  std::vector<std::string> paths = {};     // relative to the folder, sorted bytewise
  std::vector<HostError> unreadable = {};  // folders that could not be listed
  bool too_many = false;                   // more than limits::pack_files: the rest is not listed
};

ArticleFiles find_articles(const std::string& folder);

}  // namespace tsg
