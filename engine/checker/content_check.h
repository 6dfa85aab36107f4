// SPDX-License-Identifier: MIT
// A whole content repository: every article read and checked on its own, on all cores, and then against each
// other.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/checker/lint_settings.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/article.h"

namespace tsg {

struct CheckedArticle {
  std::string path = {};  // as it is opened and shown
  Article article = {};
  Diagnostics diagnostics = {};  // of the article alone, suppressions and settings not yet applied
  bool readable = true;
};

// Reads and checks one file: the header, the body and what compiling it to segments says.
CheckedArticle check_file(const std::string& path);
// The same of bytes that are at hand.
CheckedArticle check_bytes(const std::string& path, std::string_view bytes);

// All of `paths`, in that order, by `threads` threads.
std::vector<CheckedArticle> check_files(const std::vector<std::string>& paths, std::size_t threads);

// What is to be told of each article, in their order: its own diagnostics and what only shows between
// articles (ids, routing keys, file names, menus, placeholders' cases), without what comments and settings
// silence.
std::vector<Diagnostics> check_together(const std::vector<CheckedArticle>& articles,
                                        const LintSettings& settings);

}  // namespace tsg
